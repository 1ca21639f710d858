<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>@default</name>
    <message>
        <source>融合规划 Ronghe</source>
        <translation>Ronghe County Planning</translation>
    </message>
    <message>
        <source>缺少 Python 包 {name}（需要 {wanted} 或更新）。请在 QGIS 自带的 Python 中安装后重启 QGIS。</source>
        <translation>The Python package {name} is missing (version {wanted} or newer is needed). Install it into the Python of QGIS and restart QGIS.</translation>
    </message>
    <message>
        <source>Python 包 {name} 的版本是 {found}，需要 {wanted} 或更新。请升级后重启 QGIS。</source>
        <translation>The Python package {name} is version {found}; {wanted} or newer is needed. Upgrade it and restart QGIS.</translation>
    </message>
    <message>
        <source>融合规划</source>
        <translation>Ronghe</translation>
    </message>
    <message>
        <source>计算没有完成：{fault}。请检查输入数据后重试。</source>
        <translation>The computation did not finish: {fault}. Check the input data and try again.</translation>
    </message>
    <message>
        <source>{label}图层没有坐标系，无法与其他图层对齐；请在图层属性中指定正确的坐标系后重算。</source>
        <translation>The layer “{label}” has no coordinate reference system and cannot be aligned with the others. Set the right one in the layer properties and run again.</translation>
    </message>
    <message>
        <source>{label}图层没有几何图形，只是一张表；请改选带有几何图形的图层。</source>
        <translation>The layer “{label}” has no geometry; it is only a table. Choose a layer with geometry.</translation>
    </message>
    <message>
        <source>{label}图层是{found}图层，这里需要{expected}图层；请改选图层。</source>
        <translation>The layer “{label}” holds {found}; {expected} are needed here. Choose another layer.</translation>
    </message>
    <message>
        <source>点</source>
        <translation>points</translation>
    </message>
    <message>
        <source>线</source>
        <translation>lines</translation>
    </message>
    <message>
        <source>面</source>
        <translation>polygons</translation>
    </message>
    <message>
        <source>{label}图层中没有字段“{field}”；现有字段：{present}。请重新选择字段。</source>
        <translation>The layer “{label}” has no field “{field}”. Its fields are: {present}. Choose the field again.</translation>
    </message>
    <message>
        <source>{label}栅格“{source}”无法读取；请检查文件是否存在、波段是否正确。{reason}</source>
        <translation>The raster “{source}” ({label}) cannot be read. Check that the file exists and that the band is right. {reason}</translation>
    </message>
    <message>
        <source>{label}与{other}不重叠；请检查两者的坐标系和范围，或改选图层。</source>
        <translation>“{label}” and “{other}” do not overlap. Check the coordinate reference system and extent of both, or choose another layer.</translation>
    </message>
    <message>
        <source>计算范围</source>
        <translation>area of computation</translation>
    </message>
    <message>
        <source>{label}栅格有 {cells} 万个像元，需要内存 {needed} GB，现有 {available} GB；请加大像元尺寸或缩小范围后重算。</source>
        <translation>The raster “{label}” has {cells} × 10,000 cells and needs {needed} GB of memory; {available} GB are available. Use larger cells or a smaller area and run again.</translation>
    </message>
    <message>
        <source>结果无法写入“{target}”（{reason}）；请检查文件夹权限、磁盘空间，以及文件是否被其他程序打开。</source>
        <translation>The result cannot be written to “{target}” ({reason}). Check the permissions of the folder, the disk space, and whether another program has the file open.</translation>
    </message>
    <message>
        <source>{label}图层有 {count} 条要素几何无效（要素编号 {fids}），已自动修复并参与计算；请核对修复后的图形。</source>
        <translation>In the layer “{label}”, {count} features have invalid geometry (feature ids {fids}); they were repaired and used. Check the repaired shapes.</translation>
    </message>
    <message>
        <source>{label}图层有 {count} 条要素没有几何图形（要素编号 {fids}），已跳过；请补绘图形或删除后重算。</source>
        <translation>In the layer “{label}”, {count} features have no geometry (feature ids {fids}); they were left out. Draw them or delete them, then run again.</translation>
    </message>
    <message>
        <source>{label}图层有 {count} 条要素的几何图形为空（要素编号 {fids}），已跳过；请补绘图形或删除后重算。</source>
        <translation>In the layer “{label}”, {count} features have empty geometry (feature ids {fids}); they were left out. Draw them or delete them, then run again.</translation>
    </message>
    <message>
        <source>{label}图层有 {count} 条要素的几何类型不符（要素编号 {fids}），已跳过；请改用类型一致的图层。</source>
        <translation>In the layer “{label}”, {count} features have the wrong geometry type (feature ids {fids}); they were left out. Use a layer of one type.</translation>
    </message>
    <message>
        <source>{label}图层有 {count} 条要素几何无效（要素编号 {fids}），已跳过；请用“修复几何”工具处理后重算。</source>
        <translation>In the layer “{label}”, {count} features have invalid geometry (feature ids {fids}); they were left out. Run the tool “Fix geometries” and try again.</translation>
    </message>
    <message>
        <source>{label}图层有 {count} 条要素无法转换坐标（要素编号 {fids}），已跳过；请检查图层坐标系是否设置正确。</source>
        <translation>In the layer “{label}”, the coordinates of {count} features cannot be transformed (feature ids {fids}); they were left out. Check that the layer's coordinate reference system is right.</translation>
    </message>
    <message>
        <source>{label}图层的字段“{field}”有 {count} 条为空（要素编号 {fids}）；请补填后重算。</source>
        <translation>In the layer “{label}”, the field “{field}” is empty in {count} features (feature ids {fids}). Fill it in and run again.</translation>
    </message>
    <message>
        <source>{label}图层的字段“{field}”有 {count} 条不是数字（要素编号 {fids}）；请改正后重算。</source>
        <translation>In the layer “{label}”, the field “{field}” is not a number in {count} features (feature ids {fids}). Correct it and run again.</translation>
    </message>
    <message>
        <source>{label}图层的字段“{field}”有 {count} 条为负数（要素编号 {fids}）；请核对后重算。</source>
        <translation>In the layer “{label}”, the field “{field}” is negative in {count} features (feature ids {fids}). Check it and run again.</translation>
    </message>
    <message>
        <source>{label}图层的字段“{old}”与结果字段同名，在结果中改名为“{new}”。</source>
        <translation>The field “{old}” of the layer “{label}” has the name of a result field; in the result it is called “{new}”.</translation>
    </message>
    <message>
        <source>融合规划 出图</source>
        <translation>Ronghe sheets</translation>
    </message>
    <message>
        <source>底图</source>
        <translation>Base map</translation>
    </message>
    <message>
        <source>乡镇驻地</source>
        <translation>Town seat</translation>
    </message>
    <message>
        <source>公共服务设施</source>
        <translation>Public service facility</translation>
    </message>
    <message>
        <source>行政村</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>道路</source>
        <translation>Road</translation>
    </message>
    <message>
        <source>河流</source>
        <translation>River</translation>
    </message>
    <message>
        <source>服务圈</source>
        <translation>Service area</translation>
    </message>
    <message>
        <source>覆盖率</source>
        <translation>Coverage</translation>
    </message>
    <message>
        <source>地形晕渲</source>
        <translation>Hillshade</translation>
    </message>
    <message>
        <source>地形</source>
        <translation>Terrain</translation>
    </message>
    <message>
        <source>位置图：本县</source>
        <translation>Location map: the county</translation>
    </message>
    <message>
        <source>已取消导出，没有留下文件：{path}。</source>
        <translation>The export was cancelled; no file was left behind: {path}.</translation>
    </message>
    <message>
        <source>县界图层“{layer}”中没有要素，无法确定图幅范围。请检查县界图层。</source>
        <translation>The county boundary layer “{layer}” holds no feature, so the extent of the sheet is not known. Check that layer.</translation>
    </message>
    <message>
        <source>图层“{layer}”打不开（数据源丢失？）。请修复数据源后再出图。</source>
        <translation>The layer “{layer}” cannot be opened (is its data source lost?). Repair the data source, then make the sheet.</translation>
    </message>
    <message>
        <source>图层“{layer}”没有坐标系。请先在图层属性中指定坐标系，再出图。</source>
        <translation>The layer “{layer}” has no coordinate reference system. Set it in the layer properties, then make the sheet.</translation>
    </message>
    <message>
        <source>坐标系“{crs}”的单位不是米，不能用于出图。请改用2000国家大地坐标系的高斯—克吕格投影带。</source>
        <translation>The unit of the coordinate reference system “{crs}” is not the metre, so it cannot be used for sheets. Use a Gauss-Krüger zone of CGCS2000.</translation>
    </message>
    <message>
        <source>图层“{layer}”不能转换到图幅坐标系“{crs}”。请检查它的坐标系是否指定正确。</source>
        <translation>The layer “{layer}” cannot be transformed to the sheet's coordinate reference system “{crs}”. Check that its own is set correctly.</translation>
    </message>
    <message>
        <source>不支持的导出格式“{format}”，可用：PDF、PNG、SVG。</source>
        <translation>The export format “{format}” is not supported. Use PDF, PNG or SVG.</translation>
    </message>
    <message>
        <source>文件夹不存在：{folder}。请另选一个文件夹。</source>
        <translation>The folder does not exist: {folder}. Choose another folder.</translation>
    </message>
    <message>
        <source>无法写入 {path}：文件夹为只读，或者文件正被其他程序打开。请关闭该文件或另选位置。</source>
        <translation>{path} cannot be written: the folder is read-only, or another program has the file open. Close the file or choose another place.</translation>
    </message>
    <message>
        <source>导出 {path} 失败：{reason}。</source>
        <translation>The export of {path} failed: {reason}.</translation>
    </message>
    <message>
        <source>服务圈层（到最近设施的时间）</source>
        <translation>Service bands (time to the nearest facility)</translation>
    </message>
    <message>
        <source>交通</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>水系</source>
        <translation>Water</translation>
    </message>
    <message>
        <source>境界</source>
        <translation>Boundaries</translation>
    </message>
    <message>
        <source>图  例</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>≤{to:g} 分钟</source>
        <translation>≤ {to:g} min</translation>
    </message>
    <message>
        <source>{start:g}–{to:g} 分钟</source>
        <translation>{start:g}–{to:g} min</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>北</source>
        <translation>N</translation>
    </message>
    <message>
        <source>由融合规划 {version} 的算法 {algorithm} 于 {created} 计算。</source>
        <translation>Computed by the algorithm {algorithm} of Ronghe {version} on {created}.</translation>
    </message>
    <message>
        <source>输入 {role}：图层“{name}”，参与计算 {count} 条，未参与 {left_out} 条；来源 {source}</source>
        <translation>Input {role}: layer “{name}”, {count} features used, {left_out} left out; source {source}</translation>
    </message>
    <message>
        <source>参数 {name} = {value}</source>
        <translation>Parameter {name} = {value}</translation>
    </message>
    <message>
        <source>未知原因</source>
        <translation>unknown reason</translation>
    </message>
    <message>
        <source>内存不足，请降低分辨率或图幅</source>
        <translation>out of memory; use a lower resolution or a smaller sheet</translation>
    </message>
    <message>
        <source>文件无法写入</source>
        <translation>the file cannot be written</translation>
    </message>
    <message>
        <source>打印设备出错</source>
        <translation>the printing device failed</translation>
    </message>
    <message>
        <source>SVG 图层无法生成</source>
        <translation>an SVG layer could not be made</translation>
    </message>
    <message>
        <source>图集页面出错</source>
        <translation>a page of the atlas failed</translation>
    </message>
    <message>
        <source>图例和表格在 {paper} 图幅上放不下（表格 {rows} 行）。请改用更大的图幅，或减少表格行数。</source>
        <translation>The legend and the table do not fit on a sheet of size {paper} (the table has {rows} rows). Use a larger sheet or fewer rows.</translation>
    </message>
    <message>
        <source>图号：{number}</source>
        <translation>Sheet no. {number}</translation>
    </message>
    <message>
        <source>{organisation} 编制</source>
        <translation>Prepared by {organisation}</translation>
    </message>
    <message>
        <source>制图单位：{office}</source>
        <translation>Drawn by: {office}</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>千米</source>
        <translation>km</translation>
    </message>
    <message>
        <source>米</source>
        <translation>m</translation>
    </message>
    <message>
        <source>资料来源：{sources}。</source>
        <translation>Sources: {sources}.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{minutes:g} 分钟服务圈的时限由使用者设定，不是规范规定的数值。</source>
        <translation>The limit of {minutes:g} minutes was set by the user; it is not a value from a standard.</translation>
    </message>
    <message>
        <source>参照《市级国土空间总体规划制图规范（试行）》（2021）绘制；规范未作规定的符号与配色为自定，待核。</source>
        <translation>Drawn after the national drawing rules for municipal territorial plans (trial, 2021); symbols and colours that the rules leave open are our own and are to be checked (待核).</translation>
    </message>
    <message>
        <source>坐标系：{crs}（{authid}）。</source>
        <translation>Coordinate reference system: {crs} ({authid}).</translation>
    </message>
    <message>
        <source>人口栅格</source>
        <translation>Population raster</translation>
    </message>
    <message>
        <source>出行时间</source>
        <translation>Travel time</translation>
    </message>
    <message>
        <source>服务覆盖</source>
        <translation>Service coverage</translation>
    </message>
    <message>
        <source>计算已取消，没有写出任何结果。</source>
        <translation>The computation was cancelled; no result was written.</translation>
    </message>
    <message>
        <source>正在建立出行网络</source>
        <translation>Building the travel network</translation>
    </message>
    <message>
        <source>正在计算出行时间</source>
        <translation>Computing travel times</translation>
    </message>
    <message>
        <source>正在生成时间面</source>
        <translation>Making the time surface</translation>
    </message>
    <message>
        <source>正在绘制等时圈</source>
        <translation>Drawing the bands</translation>
    </message>
    <message>
        <source>正在统计</source>
        <translation>Counting</translation>
    </message>
    <message>
        <source>需求</source>
        <translation>Demand</translation>
    </message>
    <message>
        <source>没有指定人口字段，每个需求按 1 人计。</source>
        <translation>No population field was given; every demand counts as one person.</translation>
    </message>
    <message>
        <source>人口为空，按 0 计</source>
        <translation>population is empty, counted as 0</translation>
    </message>
    <message>
        <source>人口不是数字，按 0 计</source>
        <translation>population is not a number, counted as 0</translation>
    </message>
    <message>
        <source>人口为负，按 0 计</source>
        <translation>population is negative, counted as 0</translation>
    </message>
    <message>
        <source>像元 {number}</source>
        <translation>Cell {number}</translation>
    </message>
    <message>
        <source>人口栅格中有 {people} 人不在任何需求面内，未参与统计。</source>
        <translation>{people} people of the population raster are in no demand polygon and were not counted.</translation>
    </message>
    <message>
        <source>人口栅格的每个像元计入离它最近的需求点。</source>
        <translation>Every cell of the population raster counts for the nearest demand point.</translation>
    </message>
    <message>
        <source>起讫点出行时间矩阵</source>
        <translation>Origin–destination travel times</translation>
    </message>
    <message>
        <source>起点（村庄等）</source>
        <translation>Origins (villages etc.)</translation>
    </message>
    <message>
        <source>起点编号字段</source>
        <translation>Id field of the origins</translation>
    </message>
    <message>
        <source>终点（设施等）</source>
        <translation>Destinations (facilities etc.)</translation>
    </message>
    <message>
        <source>终点编号字段</source>
        <translation>Id field of the destinations</translation>
    </message>
    <message>
        <source>出行时间矩阵</source>
        <translation>Travel time matrix</translation>
    </message>
    <message>
        <source>时间上限内的点对数</source>
        <translation>Pairs within the time limit</translation>
    </message>
    <message>
        <source>到不了任何终点的起点数</source>
        <translation>Origins that reach no destination</translation>
    </message>
    <message>
        <source>终点</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>起点</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>道路等级中有 {kinds} 种写法不认识（{words}），共 {count} 条，按“{fallback}”的速度 {speed} 公里/小时计。</source>
        <translation>{kinds} words of the road class are unknown ({words}), on {count} roads in all; they are given the speed of “{fallback}”, {speed} km/h.</translation>
    </message>
    <message>
        <source>等级不明的道路</source>
        <translation>road of unknown class</translation>
    </message>
    <message>
        <source>道路图层有 {count} 条没有有效车速，按道路等级的速度计。</source>
        <translation>{count} roads have no valid speed; they are given the speed of their class.</translation>
    </message>
    <message>
        <source>没有指定道路等级或车速字段，全部道路按 {speed} 公里/小时计。</source>
        <translation>Neither a class nor a speed field was given; all roads are given {speed} km/h.</translation>
    </message>
    <message>
        <source>道路图层有 {count} 条车速为 0 或负数，视为不通行。</source>
        <translation>{count} roads have a speed of 0 or less; they are taken as closed.</translation>
    </message>
    <message>
        <source>道路可达范围</source>
        <translation>Road reach</translation>
    </message>
    <message>
        <source>设施</source>
        <translation>Facilities</translation>
    </message>
    <message>
        <source>时间分段（分钟）</source>
        <translation>Time breaks (minutes)</translation>
    </message>
    <message>
        <source>可达道路</source>
        <translation>Roads within reach</translation>
    </message>
    <message>
        <source>等时圈</source>
        <translation>Travel-time bands</translation>
    </message>
    <message>
        <source>可达道路总长（米）</source>
        <translation>Total length of roads within reach (m)</translation>
    </message>
    <message>
        <source>没有道路，也没有高程或土地覆盖，无法计算出行时间；请至少选择其中一项。</source>
        <translation>There are neither roads nor elevation nor land cover, so travel times cannot be computed. Choose at least one of them.</translation>
    </message>
    <message>
        <source>设施图层的 {count} 条要素都没有可用的位置；请检查几何图形和坐标系后重算。</source>
        <translation>None of the {count} features of the facility layer has a usable position. Check the geometry and the coordinate reference system, then run again.</translation>
    </message>
    <message>
        <source>设施图层中没有要素（或没有选中、被筛选条件排除）；请添加设施后重算。</source>
        <translation>The facility layer holds no feature (or none is selected, or a filter leaves all out). Add facilities and run again.</translation>
    </message>
    <message>
        <source>道路图层的 {count} 条要素都没有可用的线；请检查几何图形后重算。</source>
        <translation>None of the {count} features of the road layer has a usable line. Check the geometry and run again.</translation>
    </message>
    <message>
        <source>道路图层中没有要素（或没有选中、被筛选条件排除）；请添加道路，或改用高程数据按步行计算。</source>
        <translation>The road layer holds no feature (or none is selected, or a filter leaves all out). Add roads, or use elevation to compute on foot.</translation>
    </message>
    <message>
        <source>道路图层的 {count} 条道路车速都为 0 或负数，无法通行；请检查车速字段或车速表（单位：公里/小时）。</source>
        <translation>All {count} roads of the road layer have a speed of 0 or less, so nothing can move. Check the speed field or the speed table (in km/h).</translation>
    </message>
    <message>
        <source>高程或土地覆盖的 {count} 个像元都不可通行；请检查无值像元、计算范围和步行速度表。</source>
        <translation>None of the {count} cells of elevation or land cover can be crossed. Check the cells without value, the area of computation and the table of walking speeds.</translation>
    </message>
    <message>
        <source>按 {cell} 米像元需要 {cells} 万个像元、约 {needed} GB 内存，现有 {available} GB；请把像元尺寸改为 {fitting} 米或更大，或缩小计算范围。</source>
        <translation>Cells of {cell} m make {cells} × 10,000 cells and need about {needed} GB of memory; {available} GB are available. Use cells of {fitting} m or more, or a smaller area.</translation>
    </message>
    <message>
        <source>{count} 处设施都没有连上道路，也不在有高程的像元内；请检查设施与道路、高程的坐标系和范围是否一致。</source>
        <translation>None of the {count} facilities is connected to a road or lies in a cell with elevation. Check that facilities, roads and elevation agree in coordinate reference system and extent.</translation>
    </message>
    <message>
        <source>等时圈“{text}”应为用逗号分开的正数，例如 15,30,45,60；请改正后重算。</source>
        <translation>The breaks “{text}” must be positive numbers parted by commas, such as 15,30,45,60. Correct them and run again.</translation>
    </message>
    <message>
        <source>需求图层的 {count} 条要素都没有可用的位置；请检查几何图形后重算。</source>
        <translation>None of the {count} features of the demand layer has a usable position. Check the geometry and run again.</translation>
    </message>
    <message>
        <source>没有需求：请选择村庄等需求图层（不能为空），或选择人口栅格。</source>
        <translation>There is no demand. Choose a layer of villages or the like that is not empty, or a population raster.</translation>
    </message>
    <message>
        <source>需求的 {count} 条要素人口都为空、为负或为 0（字段“{field}”）；请检查人口字段后重算。</source>
        <translation>The population of all {count} demand features is empty, negative or 0 (field “{field}”). Check the population field and run again.</translation>
    </message>
    <message>
        <source>中心城区</source>
        <translation>central urban area</translation>
    </message>
    <message>
        <source>重点镇</source>
        <translation>key town</translation>
    </message>
    <message>
        <source>村</source>
        <translation>village</translation>
    </message>
    <message>
        <source>设施级别中有 {kinds} 种写法不认识（{words}），共 {count} 处，单独成级。</source>
        <translation>{kinds} words of the facility level are unknown ({words}), at {count} facilities in all; each is a level of its own.</translation>
    </message>
    <message>
        <source>标准表中没有 {pairs} 的时限，按 {minutes} 分钟计。</source>
        <translation>The table of standards has no time limit for {pairs}; {minutes} minutes are used.</translation>
    </message>
    <message>
        <source>道路等级字段</source>
        <translation>Road class field</translation>
    </message>
    <message>
        <source>车速字段（公里/小时，优先于道路等级）</source>
        <translation>Speed field (km/h, wins over the class)</translation>
    </message>
    <message>
        <source>单向通行字段（yes/true/1/FT 顺向，-1/TF 逆向，其他为双向）</source>
        <translation>One-way field (yes/true/1/FT forwards, -1/TF backwards, else both ways)</translation>
    </message>
    <message>
        <source>高程（DEM）</source>
        <translation>Elevation (DEM)</translation>
    </message>
    <message>
        <source>土地覆盖</source>
        <translation>Land cover</translation>
    </message>
    <message>
        <source>计算范围（面）</source>
        <translation>Area of computation (polygons)</translation>
    </message>
    <message>
        <source>阻隔（线或面，只能经道路通过）</source>
        <translation>Barriers (lines or polygons, crossed only on a road)</translation>
    </message>
    <message>
        <source>时间上限（分钟）</source>
        <translation>Time limit (minutes)</translation>
    </message>
    <message>
        <source>道路车速表（CSV：class,speed_kmh）</source>
        <translation>Table of road speeds (CSV: class,speed_kmh)</translation>
    </message>
    <message>
        <source>土地覆盖步行速度表（CSV：class,speed_kmh,mode）</source>
        <translation>Table of land-cover speeds (CSV: class,speed_kmh,mode)</translation>
    </message>
    <message>
        <source>像元尺寸（米，0 为采用高程数据的像元，没有时取 30）</source>
        <translation>Cell size (m; 0 takes that of the elevation, or 30 without one)</translation>
    </message>
    <message>
        <source>步行模型</source>
        <translation>Walking model</translation>
    </message>
    <message>
        <source>Tobler</source>
        <translation>Tobler</translation>
    </message>
    <message>
        <source>Naismith–Langmuir</source>
        <translation>Naismith–Langmuir</translation>
    </message>
    <message>
        <source>不计坡度</source>
        <translation>flat, slope ignored</translation>
    </message>
    <message>
        <source>平地步行速度（公里/小时）</source>
        <translation>Walking speed on the flat (km/h)</translation>
    </message>
    <message>
        <source>路外步行速度系数</source>
        <translation>Factor for walking off the road</translation>
    </message>
    <message>
        <source>相邻像元</source>
        <translation>Neighbours of a cell</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>前往设施</source>
        <translation>towards the facility</translation>
    </message>
    <message>
        <source>从设施出发</source>
        <translation>from the facility</translation>
    </message>
    <message>
        <source>距道路最远（米，超过即视为未连通）</source>
        <translation>Greatest distance to a road (m; beyond it a point is not connected)</translation>
    </message>
    <message>
        <source>计算坐标系：{name}（{code}）</source>
        <translation>Coordinate reference system of the computation: {name} ({code})</translation>
    </message>
    <message>
        <source>阻隔</source>
        <translation>Barriers</translation>
    </message>
    <message>
        <source>高程或土地覆盖</source>
        <translation>Elevation or land cover</translation>
    </message>
    <message>
        <source>高程</source>
        <translation>Elevation</translation>
    </message>
    <message>
        <source>土地覆盖中有 {count} 个类别没有给出速度（{classes}），按路外步行速度计。</source>
        <translation>{count} classes of the land cover have no speed ({classes}); the walking speed off the road is used.</translation>
    </message>
    <message>
        <source>出行时间面与等时圈</source>
        <translation>Travel time surface and bands</translation>
    </message>
    <message>
        <source>等时圈（分钟）</source>
        <translation>Bands (minutes)</translation>
    </message>
    <message>
        <source>人口栅格（人/像元）</source>
        <translation>Population raster (persons per cell)</translation>
    </message>
    <message>
        <source>出行时间（分钟）</source>
        <translation>Travel time (minutes)</translation>
    </message>
    <message>
        <source>{metres} 米内没有道路</source>
        <translation>no road within {metres} m</translation>
    </message>
    <message>
        <source>在高程或土地覆盖范围之外</source>
        <translation>outside the elevation or land cover</translation>
    </message>
    <message>
        <source>所在像元没有高程或不可通行</source>
        <translation>in a cell without elevation or that cannot be crossed</translation>
    </message>
    <message>
        <source>超过 {minutes} 分钟</source>
        <translation>beyond {minutes} minutes</translation>
    </message>
    <message>
        <source>本区没有此类设施</source>
        <translation>no facility of this type in the area</translation>
    </message>
    <message>
        <source>到道路的步行路程过长</source>
        <translation>too long a walk to the road</translation>
    </message>
    <message>
        <source>距设施较远</source>
        <translation>far from the facility</translation>
    </message>
    <message>
        <source>{count} 处设施未参与计算（编号 {ids}）：{reason}。请核对位置后重算。</source>
        <translation>{count} facilities were not used (ids {ids}): {reason}. Check their positions and run again.</translation>
    </message>
    <message>
        <source>比例尺 1:{scale}</source>
        <translation>Scale 1:{scale}</translation>
    </message>
    <message>
        <source>标准表“{file}”无法读取（{value}）；请另存为 UTF-8 编码的 CSV 文件后重试。</source>
        <translation>The table of standards “{file}” cannot be read ({value}). Save it as a CSV file in UTF-8 and try again.</translation>
    </message>
    <message>
        <source>标准表“{file}”缺少列“{column}”；请补上这一列，列名须与插件自带的表一致。</source>
        <translation>The table of standards “{file}” lacks the column “{column}”. Add it, named as in the plugin's own table.</translation>
    </message>
    <message>
        <source>标准表“{file}”第 {row} 行的单元格比表头多（“{value}”）；请检查是否多写了逗号。</source>
        <translation>Row {row} of the table of standards “{file}” has more cells than the heading (“{value}”). Look for a comma too many.</translation>
    </message>
    <message>
        <source>标准表“{file}”第 {row} 行“{column}”列的“{value}”不是数字；请改正后重试。</source>
        <translation>In row {row} of the table of standards “{file}”, “{value}” in the column “{column}” is not a number. Correct it and try again.</translation>
    </message>
    <message>
        <source>标准表“{file}”第 {row} 行的“{column}”列是空的；请补填或删除这一行。</source>
        <translation>In row {row} of the table of standards “{file}”, the column “{column}” is empty. Fill it in or delete the row.</translation>
    </message>
    <message>
        <source>标准表“{file}”第 {row} 行与前面的行重复（{column}：“{value}”）；请只保留一行。</source>
        <translation>Row {row} of the table of standards “{file}” repeats an earlier one ({column}: “{value}”). Keep only one.</translation>
    </message>
    <message>
        <source>图层名“{name}”中有“{word}”。</source>
        <translation>The layer name “{name}” holds “{word}”.</translation>
    </message>
    <message>
        <source>字段“{field}”可作“{title}”。</source>
        <translation>The field “{field}” can serve as “{title}”.</translation>
    </message>
    <message>
        <source>要素数 {count} 与“{title}”相称。</source>
        <translation>The number of features, {count}, suits “{title}”.</translation>
    </message>
    <message>
        <source>原来的{title}图层“{name}”已不在工程中；请重新加载或改选图层。</source>
        <translation>The layer “{name}” that was “{title}” is no longer in the project. Load it again or choose another.</translation>
    </message>
    <message>
        <source>{title}图层“{name}”的数据源打不开；请检查文件或数据库连接。</source>
        <translation>The data source of the layer “{name}” ({title}) cannot be opened. Check the file or the database connection.</translation>
    </message>
    <message>
        <source>{title}图层“{name}”没有坐标系；请在图层属性中指定正确的坐标系。</source>
        <translation>The layer “{name}” ({title}) has no coordinate reference system. Set the right one in the layer properties.</translation>
    </message>
    <message>
        <source>{title}图层“{name}”中没有要素；请检查图层的过滤条件或改选图层。</source>
        <translation>The layer “{name}” ({title}) holds no feature. Check its filter or choose another layer.</translation>
    </message>
    <message>
        <source>{title}图层“{name}”中没有字段“{field}”，无法取得“{wanted}”；请在下方改选字段。</source>
        <translation>The layer “{name}” ({title}) has no field “{field}”, so “{wanted}” is not known. Choose another field below.</translation>
    </message>
    <message>
        <source>（分区外）</source>
        <translation>(outside all zones)</translation>
    </message>
    <message>
        <source>{zone}：没有人口。</source>
        <translation>{zone}: no population.</translation>
    </message>
    <message>
        <source>{zone}：全部人口在 {minutes} 分钟以内。</source>
        <translation>{zone}: everyone is within {minutes} minutes.</translation>
    </message>
    <message>
        <source>{zone}：{share} % 人口在 {minutes} 分钟外，主因：{cause}。</source>
        <translation>{zone}: {share} % of the people are beyond {minutes} minutes, mainly because: {cause}.</translation>
    </message>
    <message>
        <source>设施类型字段</source>
        <translation>Facility type field</translation>
    </message>
    <message>
        <source>设施级别字段（中心城区—重点镇—村）</source>
        <translation>Facility level field (central urban area, key town, village)</translation>
    </message>
    <message>
        <source>设施名称字段</source>
        <translation>Facility name field</translation>
    </message>
    <message>
        <source>需求（村庄、建筑等）</source>
        <translation>Demand (villages, buildings etc.)</translation>
    </message>
    <message>
        <source>人口字段（人）</source>
        <translation>Population field (persons)</translation>
    </message>
    <message>
        <source>需求名称字段</source>
        <translation>Demand name field</translation>
    </message>
    <message>
        <source>统计分区（乡镇）</source>
        <translation>Zones for the statistics (towns)</translation>
    </message>
    <message>
        <source>分区名称字段</source>
        <translation>Zone name field</translation>
    </message>
    <message>
        <source>服务时限（分钟）</source>
        <translation>Time limit of the service (minutes)</translation>
    </message>
    <message>
        <source>分类分级时限表（CSV：type,level,minutes）</source>
        <translation>Table of time limits by type and level (CSV: type,level,minutes)</translation>
    </message>
    <message>
        <source>需求与出行时间</source>
        <translation>Demand with travel times</translation>
    </message>
    <message>
        <source>分区覆盖统计</source>
        <translation>Coverage by zone</translation>
    </message>
    <message>
        <source>未覆盖清单</source>
        <translation>List of the uncovered</translation>
    </message>
    <message>
        <source>分级覆盖统计</source>
        <translation>Coverage by level</translation>
    </message>
    <message>
        <source>覆盖率（0–1）</source>
        <translation>Coverage (0–1)</translation>
    </message>
    <message>
        <source>人口（人）</source>
        <translation>Population (persons)</translation>
    </message>
    <message>
        <source>到不了的需求数</source>
        <translation>Demand that reaches no facility</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>设施类型：{kind}</source>
        <translation>Facility type: {kind}</translation>
    </message>
    <message>
        <source>统计分区</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>全域</source>
        <translation>whole area</translation>
    </message>
    <message>
        <source>有 {count} 个需求点（{people} 人）不在任何统计分区内，单列为“分区外”；请检查界线与需求图层的坐标系是否一致（例如界线为 GCJ-02 火星坐标，偏移约 500 米）。</source>
        <translation>{count} demand points ({people} people) lie in no zone and are listed as “outside all zones”. Check that the borders and the demand agree in coordinate reference system (borders in GCJ-02, for instance, are off by about 500 m).</translation>
    </message>
    <message>
        <source>全县 {minutes} 分钟{kind}覆盖率 {share} %</source>
        <translation>{kind} within {minutes} minutes: {share} % of the county's people</translation>
    </message>
    <message>
        <source>全县 {minutes} 分钟公共服务平均覆盖率 {share} %（{count} 类设施）</source>
        <translation>Public services within {minutes} minutes: {share} % of the county's people on average ({count} types of facility)</translation>
    </message>
    <message>
        <source>全县 {minutes} 分钟服务覆盖率 {share} %</source>
        <translation>Services within {minutes} minutes: {share} % of the county's people</translation>
    </message>
    <message>
        <source>公共服务设施（归并示意）</source>
        <translation>Public service facilities (grouped, schematic)</translation>
    </message>
    <message>
        <source>位置图：周边</source>
        <translation>Location map: surroundings</translation>
    </message>
    <message>
        <source>还没有指定{title}图层；请在表中选择。</source>
        <translation>No layer was chosen for “{title}” yet. Choose one in the table.</translation>
    </message>
    <message>
        <source>未指定</source>
        <translation>not chosen</translation>
    </message>
    <message>
        <source>已移除</source>
        <translation>removed</translation>
    </message>
    <message>
        <source>打不开</source>
        <translation>cannot be opened</translation>
    </message>
    <message>
        <source>类型不符</source>
        <translation>wrong type</translation>
    </message>
    <message>
        <source>图层“{name}”的类型不能用作{title}；请改选图层。</source>
        <translation>The type of the layer “{name}” does not suit “{title}”. Choose another layer.</translation>
    </message>
    <message>
        <source>无坐标系</source>
        <translation>no CRS</translation>
    </message>
    <message>
        <source>没有要素</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>缺字段</source>
        <translation>field missing</translation>
    </message>
    <message>
        <source>推测</source>
        <translation>guessed</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <source>（无）</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>等时圈 {beyond} 分钟超过时间上限，只画到 {limit} 分钟；需要时请加大时间上限后重算。</source>
        <translation>The bands of {beyond} minutes go beyond the time limit and are drawn up to {limit} minutes only; raise the time limit and run again if you need them.</translation>
    </message>
    <message>
        <source>正在写出结果</source>
        <translation>Writing the results</translation>
    </message>
    <message>
        <source>起点图层的 {count} 条要素都没有可用的位置；请检查几何图形后重算。</source>
        <translation>None of the {count} origins has a usable place; check the geometries and run again.</translation>
    </message>
    <message>
        <source>起点图层中没有要素（或没有选中、被筛选条件排除）；请添加起点后重算。</source>
        <translation>The layer of origins is empty (or nothing is selected, or a filter leaves everything out); add origins and run again.</translation>
    </message>
    <message>
        <source>时间上限 {limit} 分钟小于要求的 {minutes} 分钟，已按 {minutes} 分钟计算。</source>
        <translation>The time limit of {limit} minutes is below the {minutes} minutes asked for; {minutes} minutes were used.</translation>
    </message>
    <message>
        <source>道路由 {count} 个互不连通的部分组成，最长的一部分占总长的 {share} %；请检查路口和断头处的端点是否相接，不相接的路段旁的村庄可能到不了设施。</source>
        <translation>The roads fall into {count} parts that are not connected; the longest holds {share} % of the length. Check that ends meet at junctions; villages beside unconnected roads may not reach any facility.</translation>
    </message>
    <message>
        <source>县域城乡生活圈和公共服务设施规划图</source>
        <translation>Urban–rural living circles and public service facilities of the county</translation>
    </message>
    <message>
        <source>县域城乡生活圈和公共服务设施规划图（{kind}）</source>
        <translation>Urban–rural living circles and public service facilities of the county ({kind})</translation>
    </message>
    <message>
        <source>乡镇</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>人口
（人）</source>
        <translation>Population
(persons)</translation>
    </message>
    <message>
        <source>覆盖率
（%）</source>
        <translation>Covered
(%)</translation>
    </message>
    <message>
        <source>未覆盖
（人）</source>
        <translation>Not covered
(persons)</translation>
    </message>
    <message>
        <source>平均
（分钟）</source>
        <translation>Mean
(min)</translation>
    </message>
    <message>
        <source>九成人口
（分钟）</source>
        <translation>90 % within
(min)</translation>
    </message>
    <message>
        <source>设施
（处）</source>
        <translation>Facilities</translation>
    </message>
    <message>
        <source>各乡镇服务覆盖统计</source>
        <translation>Service coverage by town</translation>
    </message>
    <message>
        <source>出行时间按路网、地形与步行合一计算，含步行到路的时间；覆盖人口按村庄统计，不由等时圈面量算。</source>
        <translation>Travel times over roads, terrain and on foot in one, the walk to the road included; covered people are counted at villages, never from the bands.</translation>
    </message>
    <message>
        <source>各类各级设施的服务时限见分级标准表，其中标“待核”者未见标准原文。</source>
        <translation>For the time allowed to each type and level see the table of standards; rows marked “to be checked” were not read in the original.</translation>
    </message>
    <message>
        <source>道路车速为工程取值，待核。</source>
        <translation>Road speeds are engineering values, to be checked.</translation>
    </message>
    <message>
        <source>本图的县域及全部数据均为虚构，仅供培训与测试。</source>
        <translation>The county and all data of this sheet are fictional, for training and testing only.</translation>
    </message>
    <message>
        <source>全部设施</source>
        <translation>All facilities</translation>
    </message>
    <message>
        <source>{type} 分级时限</source>
        <translation>{type}, limits by level</translation>
    </message>
    <message>
        <source>{type} {minutes} 分钟</source>
        <translation>{type} {minutes} min</translation>
    </message>
    <message>
        <source>未覆盖清单（{count}）</source>
        <translation>Not covered ({count})</translation>
    </message>
    <message>
        <source>点击一行，地图移到该乡镇，这里给出诊断。</source>
        <translation>Click a row: the map goes to the town and the diagnosis is given here.</translation>
    </message>
    <message>
        <source>点击一行，地图移到该处。</source>
        <translation>Click a row: the map goes to the place.</translation>
    </message>
    <message>
        <source>没有未覆盖的需求：人人都在时限以内。</source>
        <translation>Nobody is left out: everyone is within the time limit.</translation>
    </message>
    <message>
        <source>结果图层已不在工程中，无法在地图上显示；请重新计算。</source>
        <translation>The result layer is no longer in the project and cannot be shown on the map; please calculate again.</translation>
    </message>
    <message>
        <source>乡镇覆盖率</source>
        <translation>Coverage by town</translation>
    </message>
    <message>
        <source>导出表格</source>
        <translation>Export table</translation>
    </message>
    <message>
        <source>表格没有写出：{path}（{reason}）。请关闭该文件或另选位置。</source>
        <translation>The table was not written: {path} ({reason}). Close the file or choose another place.</translation>
    </message>
    <message>
        <source>表格已导出：{path}</source>
        <translation>Table exported: {path}</translation>
    </message>
    <message>
        <source>共 {people} 人，{gaps} 项缺口，{unreached} 处有设施到不了。</source>
        <translation>{people} people, {gaps} gaps, {unreached} places that cannot reach some facility.</translation>
    </message>
    <message>
        <source>共 {people} 人，未覆盖 {uncovered} 人，{unreached} 处到不了。</source>
        <translation>{people} people, {uncovered} not covered, {unreached} places that cannot get there.</translation>
    </message>
    <message>
        <source>{zone}·{type}</source>
        <translation>{zone} · {type}</translation>
    </message>
    <message>
        <source>{diagnosis}时间最长：{worst}。</source>
        <translation>{diagnosis} Longest: {worst}.</translation>
    </message>
    <message>
        <source>{name}（{zone}），{people} 人：{cause}</source>
        <translation>{name} ({zone}), {people} people: {cause}</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share} %</translation>
    </message>
    <message>
        <source>各乡镇人口覆盖率</source>
        <translation>Population covered, by town</translation>
    </message>
    <message>
        <source>各乡镇人口覆盖率（虚线为全县 {share} %）</source>
        <translation>Population covered, by town (dashed: whole county, {share} %)</translation>
    </message>
    <message>
        <source>{minutes} 分钟</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>正在读取图层</source>
        <translation>Reading layers</translation>
    </message>
    <message>
        <source>正在取消</source>
        <translation>Cancelling</translation>
    </message>
    <message>
        <source>还不能计算：{reason}</source>
        <translation>Not ready yet: {reason}</translation>
    </message>
    <message>
        <source>结果图层已不在工程中，不能出图；请重新计算。</source>
        <translation>The result layers are no longer in the project, so there is nothing to put on a sheet; please calculate again.</translation>
    </message>
    <message>
        <source>一张图只表示一类设施；请选定一种服务类型，计算后再出图。</source>
        <translation>A sheet shows one type of facility; choose one service, calculate, then make the sheet.</translation>
    </message>
    <message>
        <source>服务覆盖图 {question}</source>
        <translation>Service coverage {question}</translation>
    </message>
    <message>
        <source>未覆盖清单 {question}</source>
        <translation>Not covered, {question}</translation>
    </message>
    <message>
        <source>需求与出行时间 {question}</source>
        <translation>Demand and travel time, {question}</translation>
    </message>
    <message>
        <source>等时圈 {question}</source>
        <translation>Travel time bands, {question}</translation>
    </message>
    <message>
        <source>乡镇覆盖率 {question}</source>
        <translation>Coverage by town, {question}</translation>
    </message>
    <message>
        <source>分级覆盖统计 {question}</source>
        <translation>Coverage by level, {question}</translation>
    </message>
    <message>
        <source>融合规划 · 服务覆盖</source>
        <translation>Ronghe · Service coverage</translation>
    </message>
    <message>
        <source>已取消，没有留下结果。</source>
        <translation>Cancelled; no result was left behind.</translation>
    </message>
    <message>
        <source>数据提示（{count}）</source>
        <translation>About the data ({count})</translation>
    </message>
    <message>
        <source>{step} %p%</source>
        <translation>{step} %p%</translation>
    </message>
    <message>
        <source>保存到 GeoPackage（已有的表不会被覆盖）</source>
        <translation>Save to a GeoPackage (its tables are not overwritten)</translation>
    </message>
    <message>
        <source>图层“{name}”的数据源打不开；请检查文件或数据库连接。</source>
        <translation>The source of layer “{name}” cannot be opened; check the file or the database connection.</translation>
    </message>
    <message>
        <source>图层“{name}”没有坐标系；请在图层属性中指定正确的坐标系。</source>
        <translation>Layer “{name}” has no coordinate system; set the right one in its properties.</translation>
    </message>
    <message>
        <source>图层“{name}”中没有要素；请检查过滤条件或改选图层。</source>
        <translation>Layer “{name}” is empty; check its filter or choose another layer.</translation>
    </message>
    <message>
        <source>还没有设施图层；请加载公共服务设施，或在“数据准备”中指定。</source>
        <translation>There is no layer of facilities; load one or name it in the Data panel.</translation>
    </message>
    <message>
        <source>设施没有类型字段，不分类型计算。</source>
        <translation>The facilities have no type; all are taken together.</translation>
    </message>
    <message>
        <source>还没有需求图层；请加载行政村等居民点，或在“数据准备”中指定。</source>
        <translation>There is no layer of demand; load the villages or name them in the Data panel.</translation>
    </message>
    <message>
        <source>没有人口字段，每处按 1 人计。</source>
        <translation>There is no population; every place counts as one person.</translation>
    </message>
    <message>
        <source>没有统计分区，只给出全域的结果。</source>
        <translation>There are no towns; results are for the whole area only.</translation>
    </message>
    <message>
        <source>统计分区要用面图层，“{name}”不是；请改选乡镇界。</source>
        <translation>Zones must be polygons and “{name}” is not; choose the town boundaries.</translation>
    </message>
    <message>
        <source>道路、高程、土地利用至少要有一个，才能算出行时间。</source>
        <translation>Travel time needs roads, terrain or land cover, at least one of them.</translation>
    </message>
    <message>
        <source>道路没有等级或车速字段，全部按同一车速计。</source>
        <translation>The roads have neither class nor speed; all get the same speed.</translation>
    </message>
    <message>
        <source>时间上限小于服务时限，将算到服务时限为止。</source>
        <translation>The time limit of the search is below the service time; it is raised to it.</translation>
    </message>
    <message>
        <source>“山区半小时生活圈”是规划自定的时限，不是国家标准。</source>
        <translation>The “half-hour living circle” of mountain counties is the plan's own limit, not a national standard.</translation>
    </message>
    <message>
        <source>文件夹不存在：{folder}；请另选位置。</source>
        <translation>There is no folder {folder}; choose another place.</translation>
    </message>
    <message>
        <source>不能写入 {path}；请另选位置。</source>
        <translation>{path} cannot be written; choose another place.</translation>
    </message>
    <message>
        <source>名次</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>覆盖率最低的排在最前</source>
        <translation>The least covered come first</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>覆盖率 %</source>
        <translation>Covered %</translation>
    </message>
    <message>
        <source>时限内能到达服务的人口占全部人口的百分比</source>
        <translation>Share of the population that reaches the service in time</translation>
    </message>
    <message>
        <source>人口</source>
        <translation>People</translation>
    </message>
    <message>
        <source>人</source>
        <translation>persons</translation>
    </message>
    <message>
        <source>平均 分</source>
        <translation>Mean min</translation>
    </message>
    <message>
        <source>能到达者的平均时间（分钟）</source>
        <translation>Mean time of those who get there (minutes)</translation>
    </message>
    <message>
        <source>中位 分</source>
        <translation>Median min</translation>
    </message>
    <message>
        <source>中位时间（分钟）</source>
        <translation>Median time (minutes)</translation>
    </message>
    <message>
        <source>90% 分</source>
        <translation>90% min</translation>
    </message>
    <message>
        <source>90% 的人口在这一时间以内（分钟）</source>
        <translation>Nine in ten people are within this time (minutes)</translation>
    </message>
    <message>
        <source>乡镇内的设施数（处）</source>
        <translation>Facilities in the town</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>按“人口 × 超出分钟”由大到小</source>
        <translation>By people × minutes over, greatest first</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>时间 分</source>
        <translation>Time min</translation>
    </message>
    <message>
        <source>到最近设施的时间（分钟），“—”为到不了</source>
        <translation>Minutes to the nearest facility; “—” cannot get there</translation>
    </message>
    <message>
        <source>超出 分</source>
        <translation>Over min</translation>
    </message>
    <message>
        <source>超出时限的分钟数</source>
        <translation>Minutes beyond the limit</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>导出图件</source>
        <translation>Export sheet</translation>
    </message>
    <message>
        <source>图件已导出：{path}</source>
        <translation>Sheet exported: {path}</translation>
    </message>
    <message>
        <source>yyyy年M月</source>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>本机没有字体：{fonts}。导出时会换成别的字体；请先安装，或再点一次照样导出。</source>
        <translation>Typefaces missing on this computer: {fonts}. Others will stand in for them; install them first, or click once more to export all the same.</translation>
    </message>
    <message>
        <source>待核：{rows}，未经原文核对，不能当作标准引用。</source>
        <translation>To be checked: {rows}. Not compared with the original text, so not to be quoted as the standard.</translation>
    </message>
    <message>
        <source>待核：{count} 条时限（{types}）未经原文核对，不能当作标准引用。</source>
        <translation>To be checked: {count} limits ({types}) were not compared with the original text and are not to be quoted as the standard.</translation>
    </message>
    <message>
        <source>标准表中没有“{types}”的时限，按 {minutes} 分钟计。</source>
        <translation>The standard table has no limit for {types}; {minutes} minutes are taken.</translation>
    </message>
    <message>
        <source>设施没有级别字段，无法分级；请在“更多”中指定，否则按上面的时限计。</source>
        <translation>The facilities have no level; name the field under More, otherwise the limit above holds.</translation>
    </message>
    <message>
        <source>{row}：{source}</source>
        <translation>{row}: {source}</translation>
    </message>
    <message>
        <source>{type}·{level} {minutes} 分钟</source>
        <translation>{type} · {level} {minutes} min</translation>
    </message>
    <message>
        <source>数据准备</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>没有找到算法 {id}；请重新启用插件。</source>
        <translation>There is no algorithm {id}; enable the plugin again.</translation>
    </message>
    <message>
        <source>计算没有完成，原因不明；详见日志消息面板。</source>
        <translation>The calculation did not finish and gave no reason; see the log messages panel.</translation>
    </message>
    <message>
        <source>处理历史没有写入：{reason}</source>
        <translation>The Processing history was not written: {reason}</translation>
    </message>
    <message>
        <source>{count} 个起点到不了任何终点（编号 {ids}）：{reason}。</source>
        <translation>{count} origins reach no destination (numbers {ids}): {reason}.</translation>
    </message>
    <message>
        <source>超过 {minutes} 分钟或与终点不连通</source>
        <translation>beyond {minutes} minutes, or not connected to a destination</translation>
    </message>
    <message>
        <source>人口栅格“{name}”在计算范围内没有大于 0 的像元；请检查栅格的范围、波段和无值设置后重算。</source>
        <translation>The population raster “{name}” has no cell above 0 in the area of the run; check its extent, band and no-data settings and run again.</translation>
    </message>
    <message>
        <source>有两个结果指定了同一个文件“{target}”，后写的会盖掉先写的；请为每个结果另起文件名。</source>
        <translation>Two results name the same file “{target}”, and the second would overwrite the first; give each result a file of its own.</translation>
    </message>
    <message>
        <source>“{target}”中还有其他图层（{tables}），覆盖会把它们删除；请为结果另选文件名。</source>
        <translation>“{target}” also holds other layers ({tables}), which overwriting would delete; choose another file name for the result.</translation>
    </message>
    <message>
        <source>“{target}”是本次计算的输入，不能覆盖；请为结果另选文件名。</source>
        <translation>“{target}” is an input of this run and cannot be overwritten; choose another file name for the result.</translation>
    </message>
    <message>
        <source>设施图层有 {count} 处没有类型（编号 {ids}），归为“类型不明”；请补填类型后重算。</source>
        <translation>{count} facilities have no type (numbers {ids}) and are listed as “type unknown”; fill in the types and run again.</translation>
    </message>
    <message>
        <source>类型不明</source>
        <translation>type unknown</translation>
    </message>
    <message>
        <source>与设施之间没有连通的道路或地形</source>
        <translation>no road or terrain connects it to a facility</translation>
    </message>
    <message>
        <source>{metres} 米内无县道及以上道路连通</source>
        <translation>no county road or better within {metres} m</translation>
    </message>
    <message>
        <source>{count} 个需求点到不了设施（编号 {ids}）：{reason}。请核对位置、道路和高程后重算。</source>
        <translation>{count} demand points reach no facility (numbers {ids}): {reason}. Check places, roads and elevation and run again.</translation>
    </message>
    <message>
        <source>{title}（虚构示例）</source>
        <translation>{title} (fictional example)</translation>
    </message>
    <message>
        <source>2000国家大地坐标系，高斯—克吕格投影 {width}° 带，中央经线 {meridian:g}°。</source>
        <translation>CGCS2000, Gauss–Krüger {width}° zone, central meridian {meridian:g}°.</translation>
    </message>
    <message>
        <source>（未设置）</source>
        <translation>(not set)</translation>
    </message>
    <message>
        <source>没有几何图形，未参与计算</source>
        <translation>has no geometry and takes no part</translation>
    </message>
    <message>
        <source>几何图形为空，未参与计算</source>
        <translation>has an empty geometry and takes no part</translation>
    </message>
    <message>
        <source>几何类型不符，未参与计算</source>
        <translation>has another type of geometry and takes no part</translation>
    </message>
    <message>
        <source>几何无效，未参与计算</source>
        <translation>has an invalid geometry and takes no part</translation>
    </message>
    <message>
        <source>坐标无法转换，未参与计算</source>
        <translation>its coordinates cannot be transformed; it takes no part</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>数据准备</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>这里说明工程中的每个图层是什么，各个面板和算法都由此取得默认图层和字段。</source>
        <translation>Say here what each layer of the project is; every panel and algorithm takes its default layers and fields from it.</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>图层</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>所选图层的字段</source>
        <translation>Fields of the chosen layer</translation>
    </message>
    <message>
        <source>放弃现有的选择，由图层名、字段名和几何类型重新推测</source>
        <translation>Drop the present choices and guess again from layer names, field names and geometry types</translation>
    </message>
    <message>
        <source>重新识别</source>
        <translation>Guess again</translation>
    </message>
    <message>
        <source>确认所有推测，并保存工程</source>
        <translation>Confirm all guesses and save the project</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>RongheCoveragePanel</name>
    <message>
        <source>服务覆盖</source>
        <translation>Service coverage</translation>
    </message>
    <message>
        <source>谁在半小时内能到达服务，谁不能，为什么。</source>
        <translation>Who reaches a service within half an hour, who does not, and why.</translation>
    </message>
    <message>
        <source>设施</source>
        <translation>Facilities</translation>
    </message>
    <message>
        <source>服务类型</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>只算一类设施，或按类型分别计算</source>
        <translation>One type of facility, or each type by itself</translation>
    </message>
    <message>
        <source>需求</source>
        <translation>Demand</translation>
    </message>
    <message>
        <source>人口字段</source>
        <translation>Population</translation>
    </message>
    <message>
        <source>统计分区</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>服务时限</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source> 分钟</source>
        <translation> min</translation>
    </message>
    <message>
        <source>按分级标准表确定时限</source>
        <translation>Limits from the standard table</translation>
    </message>
    <message>
        <source>用 service_standards.csv 中各类各级设施的时限；工程文件夹中有同名文件时用工程的</source>
        <translation>The limits of each type and level in service_standards.csv; a file of that name beside the project wins</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>道路</source>
        <translation>Roads</translation>
    </message>
    <message>
        <source>道路等级</source>
        <translation>Road class</translation>
    </message>
    <message>
        <source>车速字段</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>单行字段</source>
        <translation>One way</translation>
    </message>
    <message>
        <source>高程</source>
        <translation>Terrain</translation>
    </message>
    <message>
        <source>土地利用</source>
        <translation>Land cover</translation>
    </message>
    <message>
        <source>类型字段</source>
        <translation>Type field</translation>
    </message>
    <message>
        <source>级别字段</source>
        <translation>Level field</translation>
    </message>
    <message>
        <source>像元尺寸</source>
        <translation>Cell size</translation>
    </message>
    <message>
        <source>与高程一致</source>
        <translation>As the terrain</translation>
    </message>
    <message>
        <source> 米</source>
        <translation> m</translation>
    </message>
    <message>
        <source>0 为采用高程数据的像元；县域较大时取 60 米可明显加快计算</source>
        <translation>0 takes the cells of the terrain; 60 m makes a large county much faster</translation>
    </message>
    <message>
        <source>步行速度</source>
        <translation>Walking speed</translation>
    </message>
    <message>
        <source> 公里/小时</source>
        <translation> km/h</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>时间上限</source>
        <translation>Search up to</translation>
    </message>
    <message>
        <source>超过这一时间不再计算，算作到不了</source>
        <translation>Nobody is followed beyond this time; they count as not getting there</translation>
    </message>
    <message>
        <source>等时圈</source>
        <translation>Bands</translation>
    </message>
    <message>
        <source>各圈的分钟数，用逗号分开</source>
        <translation>Minutes of each band, parted by commas</translation>
    </message>
    <message>
        <source>距路最远</source>
        <translation>Off road</translation>
    </message>
    <message>
        <source>没有高程和土地利用时，离道路超过这一距离算作未连通</source>
        <translation>Without terrain and land cover, who is farther from any road counts as not connected</translation>
    </message>
    <message>
        <source>保存到</source>
        <translation>Save to</translation>
    </message>
    <message>
        <source>不填则为临时图层</source>
        <translation>Empty: temporary layers</translation>
    </message>
    <message>
        <source>选择存放结果的 GeoPackage；已有的表不会被覆盖</source>
        <translation>Choose the GeoPackage for the results; its tables are not overwritten</translation>
    </message>
    <message>
        <source>计算覆盖率</source>
        <translation>Calculate coverage</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>数据提示</source>
        <translation>About the data</translation>
    </message>
    <message>
        <source>乡镇排名</source>
        <translation>Towns</translation>
    </message>
    <message>
        <source>点击一行，地图移到该乡镇，这里给出诊断。</source>
        <translation>Click a row: the map goes to the town and the diagnosis is given here.</translation>
    </message>
    <message>
        <source>未覆盖清单</source>
        <translation>Not covered</translation>
    </message>
    <message>
        <source>点击一行，地图移到该村。</source>
        <translation>Click a row: the map goes to the village.</translation>
    </message>
    <message>
        <source>图表</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>导出表格</source>
        <translation>Export table</translation>
    </message>
    <message>
        <source>把当前表格存为 CSV，可用 Excel 打开</source>
        <translation>Save the table as CSV, which Excel opens</translation>
    </message>
    <message>
        <source>出图</source>
        <translation>Make sheet</translation>
    </message>
    <message>
        <source>把结果排成一张可以归档的图</source>
        <translation>Set the result as a sheet that can be filed</translation>
    </message>
</context>
<context>
    <name>RongheCoverageSheetDialog</name>
    <message>
        <source>出图</source>
        <translation>Make sheet</translation>
    </message>
    <message>
        <source>图廓上的文字。它们随工程保存，下次出图时自动填入。</source>
        <translation>The words on the sheet. They are kept in the project for the next sheet.</translation>
    </message>
    <message>
        <source>规划名称</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>例如：某某县国土空间总体规划（2021—2035年）</source>
        <translation>For example: Territorial Plan of the County (2021–2035)</translation>
    </message>
    <message>
        <source>编制单位</source>
        <translation>Made by</translation>
    </message>
    <message>
        <source>制图单位</source>
        <translation>Drawn by</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>导出格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>导出文件…</source>
        <translation>Export file…</translation>
    </message>
    <message>
        <source>在布局中打开</source>
        <translation>Open layout</translation>
    </message>
</context>
</TS>
