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
        <translation>Central town</translation>
    </message>
    <message>
        <source>重点镇</source>
        <translation>Key town</translation>
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
        <translation>Towards the facility</translation>
    </message>
    <message>
        <source>从设施出发</source>
        <translation>From the facility</translation>
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
        <translation>Facility level field (Central town, Key town, village)</translation>
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
        <translation>Whole area</translation>
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
        <translation>Not chosen</translation>
    </message>
    <message>
        <source>已移除</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>打不开</source>
        <translation>Cannot be opened</translation>
    </message>
    <message>
        <source>类型不符</source>
        <translation>Wrong type</translation>
    </message>
    <message>
        <source>图层“{name}”的类型不能用作{title}；请改选图层。</source>
        <translation>The type of the layer “{name}” does not suit “{title}”. Choose another layer.</translation>
    </message>
    <message>
        <source>无坐标系</source>
        <translation>No CRS</translation>
    </message>
    <message>
        <source>没有要素</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>缺字段</source>
        <translation>Field missing</translation>
    </message>
    <message>
        <source>推测</source>
        <translation>Guessed</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>Confirmed</translation>
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
        <translation>People: {people}; gaps: {gaps}; places that cannot reach some facility: {unreached}.</translation>
    </message>
    <message>
        <source>共 {people} 人，未覆盖 {uncovered} 人，{unreached} 处到不了。</source>
        <translation>People: {people}; not covered: {uncovered}; places that cannot get there: {unreached}.</translation>
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
    <message>
        <source>正在计算每个像元看得到与否</source>
        <translation>Computing which cells are seen</translation>
    </message>
    <message>
        <source>正在计算目标看得到与否</source>
        <translation>Computing which targets are seen</translation>
    </message>
    <message>
        <source>正在统计地类面积</source>
        <translation>Measuring land</translation>
    </message>
    <message>
        <source>正在编制台账</source>
        <translation>Drawing up the ledgers</translation>
    </message>
    <message>
        <source>正在计算地表水流方向</source>
        <translation>Working out where surface water runs</translation>
    </message>
    <message>
        <source>正在追踪取水口上游</source>
        <translation>Following water down to the intakes</translation>
    </message>
    <message>
        <source>正在对照法律规定</source>
        <translation>Holding mines against the rules</translation>
    </message>
    <message>
        <source>正在叠加各项规则</source>
        <translation>Overlaying the rules</translation>
    </message>
    <message>
        <source>正在合并碎斑</source>
        <translation>Merging slivers</translation>
    </message>
    <message>
        <source>正在评价影响程度</source>
        <translation>Judging severity</translation>
    </message>
    <message>
        <source>正在评分和排序</source>
        <translation>Scoring and ranking</translation>
    </message>
    <message>
        <source>正在划定整治分区</source>
        <translation>Drawing remediation zones</translation>
    </message>
    <message>
        <source>正在量算石料厂之间的距离和阻隔</source>
        <translation>Measuring distances and barriers between quarries</translation>
    </message>
    <message>
        <source>正在归并石料厂</source>
        <translation>Joining quarries</translation>
    </message>
    <message>
        <source>正在写明理由</source>
        <translation>Writing down the reasons</translation>
    </message>
    <message>
        <source>万吨/年</source>
        <translation>10,000 t a year</translation>
    </message>
    <message>
        <source>万立方米/年</source>
        <translation>10,000 m³ a year</translation>
    </message>
    <message>
        <source>没有指定产能字段，产能按不明处理，不参与选定牵头石料厂。</source>
        <translation>No field of capacities was chosen: capacities count as unknown and play no part in choosing leads.</translation>
    </message>
    <message>
        <source>石料厂图层的字段“{field}”有 {count} 条的单位与多数的“{unit}”不同（要素编号 {fids}），无法折算，产能按不明处理；请统一单位后重算。</source>
        <translation>Quarries: {count} values of the field &quot;{field}&quot; are in another unit than most ({unit}; features {fids}) and cannot be converted; their capacity counts as unknown. Please write one unit and run again.</translation>
    </message>
    <message>
        <source>石料厂图层的字段“{field}”有 {count} 条没有写单位（要素编号 {fids}），按{unit}计；请核对。</source>
        <translation>Quarries: {count} values of the field &quot;{field}&quot; have no unit (features {fids}) and are taken as {unit}; please check.</translation>
    </message>
    <message>
        <source>生态补偿台账（测算）</source>
        <translation>Ecological compensation ledgers (calculated)</translation>
    </message>
    <message>
        <source>矿山修复责任台账（测算）</source>
        <translation>Ledger of responsibility for restoring mines (calculated)</translation>
    </message>
    <message>
        <source>生态保护受益补偿台账（测算）</source>
        <translation>Ledger of benefit from protection (calculated)</translation>
    </message>
    <message>
        <source>两本台账分乡镇、付款方汇总（测算）</source>
        <translation>Totals of the two ledgers by town and payer (calculated)</translation>
    </message>
    <message>
        <source>修复费用合计（元，测算）</source>
        <translation>Restoration cost in all (yuan, calculated)</translation>
    </message>
    <message>
        <source>其中历史遗留矿山（元，测算）</source>
        <translation>Of this legacy mines (yuan, calculated)</translation>
    </message>
    <message>
        <source>生态服务价值合计（元/年，测算）</source>
        <translation>Service value in all (yuan/year, calculated)</translation>
    </message>
    <message>
        <source>未能计价的矿山数</source>
        <translation>Mines without a cost</translation>
    </message>
    <message>
        <source>修复单位费用表 {rows} 行中有 {count} 行待核：是工程取值，不是标准，只宜用于比较和预算测算。</source>
        <translation>In the table of unit costs {count} of {rows} rows are to be checked: they are working values, not a standard, and only good for comparing and budgeting.</translation>
    </message>
    <message>
        <source>矿山整治</source>
        <translation>Mining</translation>
    </message>
    <message>
        <source>地类字段有几种地类而没有写各占多少，未采用。</source>
        <translation>The land field names several lands without saying how much of each; it is not used.</translation>
    </message>
    <message>
        <source>地类图斑相互重叠，按比例折减后计。</source>
        <translation>Land-use polygons overlap; they are scaled down.</translation>
    </message>
    <message>
        <source>地类字段的面积之和大于损毁面积，按比例折减后计。</source>
        <translation>The areas in the land field add up to more than the damaged area; they are scaled down.</translation>
    </message>
    <message>
        <source>矿山</source>
        <translation>Mines</translation>
    </message>
    <message>
        <source>有 {area} 公顷地类不明，未计费用。</source>
        <translation>The land of {area} ha is not known and has no cost.</translation>
    </message>
    <message>
        <source>矿山 {number}</source>
        <translation>Mine {number}</translation>
    </message>
    <message>
        <source>没有指定矿山状态字段，无法判断历史遗留矿山，责任人按采矿权人计。</source>
        <translation>No status field was chosen: legacy mines cannot be told apart, and the right holder counts as the one who restores.</translation>
    </message>
    <message>
        <source>矿山状态中有 {kinds} 种写法不认识（{words}），共 {count} 座，责任人须查明；可在工程旁的 class_words.csv 中补充。</source>
        <translation>{kinds} words for the status of mines are not known ({words}), {count} mines in all; who restores has to be established. You can add them to class_words.csv beside the project.</translation>
    </message>
    <message>
        <source>矿山状态“{word}”不明。</source>
        <translation>The status &quot;{word}&quot; of the mine is not known.</translation>
    </message>
    <message>
        <source>县级人民政府</source>
        <translation>County government</translation>
    </message>
    <message>
        <source>没有采矿权人，责任人须查明。</source>
        <translation>There is no right holder; who restores has to be established.</translation>
    </message>
    <message>
        <source>责任人待查明</source>
        <translation>To be established</translation>
    </message>
    <message>
        <source>损毁类型中有 {kinds} 种写法不认识（{words}），共 {count} 座，按不分损毁类型的单价计。</source>
        <translation>{kinds} words for damage are not known ({words}), {count} mines in all; they are priced as damage of any kind.</translation>
    </message>
    <message>
        <source>损毁类型按开采方式推定为挖损。</source>
        <translation>By the mining method the damage is taken as excavation.</translation>
    </message>
    <message>
        <source>损毁类型按开采方式推定为塌陷。</source>
        <translation>By the mining method the damage is taken as subsidence.</translation>
    </message>
    <message>
        <source>按矿区范围全部面积计，未区分实际损毁面积，是上限。</source>
        <translation>The whole mining area counts as damaged, which is the most it can be.</translation>
    </message>
    <message>
        <source>矿山是点或没有图形，也没有损毁面积，未计费用。</source>
        <translation>The mine is a point or has no shape, and no damaged area is given: no cost.</translation>
    </message>
    <message>
        <source>损毁面积不是大于 0 的数，未计费用。</source>
        <translation>The damaged area is not a number above 0: no cost.</translation>
    </message>
    <message>
        <source>自动识别</source>
        <translation>Find automatically</translation>
    </message>
    <message>
        <source>2023 年用地用海分类指南</source>
        <translation>Land-use classification guide of 2023</translation>
    </message>
    <message>
        <source>第三次国土调查（三调）</source>
        <translation>Third National Land Survey (三调)</translation>
    </message>
    <message>
        <source>山西 2018 年（1412.6 元/公顷）</source>
        <translation>Shanxi 2018 (1412.6 yuan/ha)</translation>
    </message>
    <message>
        <source>全国 1990—2015 年平均</source>
        <translation>China, mean of 1990–2015</translation>
    </message>
    <message>
        <source>全国 2010 年（待核）</source>
        <translation>China 2010 (to be checked)</translation>
    </message>
    <message>
        <source>矿山（点或面）</source>
        <translation>Mines (points or polygons)</translation>
    </message>
    <message>
        <source>矿山名称字段</source>
        <translation>Field of the mine's name</translation>
    </message>
    <message>
        <source>矿山状态字段</source>
        <translation>Field of the mine's status</translation>
    </message>
    <message>
        <source>采矿权人字段</source>
        <translation>Field of the holder of the right</translation>
    </message>
    <message>
        <source>开采方式字段</source>
        <translation>Field of the mining method</translation>
    </message>
    <message>
        <source>损毁类型或程度字段</source>
        <translation>Field of the kind or degree of damage</translation>
    </message>
    <message>
        <source>损毁面积字段（公顷）</source>
        <translation>Damaged area field (ha)</translation>
    </message>
    <message>
        <source>年产量字段（万吨/年）</source>
        <translation>Yearly output field (10⁴ t/year)</translation>
    </message>
    <message>
        <source>剩余可采储量字段（万吨）</source>
        <translation>Field of remaining reserves (10⁴ t)</translation>
    </message>
    <message>
        <source>矿山地类字段</source>
        <translation>Land field of the mines</translation>
    </message>
    <message>
        <source>地类图斑（面）</source>
        <translation>Land-use polygons</translation>
    </message>
    <message>
        <source>地类编码或名称字段</source>
        <translation>Field of land-use code or name</translation>
    </message>
    <message>
        <source>地类栅格</source>
        <translation>Land-use raster</translation>
    </message>
    <message>
        <source>地类编码体系</source>
        <translation>System of land-use codes</translation>
    </message>
    <message>
        <source>乡镇（面）</source>
        <translation>Towns (polygons)</translation>
    </message>
    <message>
        <source>乡镇名称字段</source>
        <translation>Field of the town's name</translation>
    </message>
    <message>
        <source>计提年限（年）</source>
        <translation>Years of setting aside</translation>
    </message>
    <message>
        <source>折现率（小数，例如 0.04）</source>
        <translation>Discount rate (a share, for example 0.04)</translation>
    </message>
    <message>
        <source>历史遗留矿山的修复主体</source>
        <translation>Who restores legacy mines</translation>
    </message>
    <message>
        <source>修复单位费用表（CSV：land,damage,yuan_per_hm2…）</source>
        <translation>Table of restoration unit costs (CSV: land,damage,yuan_per_hm2…)</translation>
    </message>
    <message>
        <source>另算修复期间的服务损失</source>
        <translation>Also calculate services lost while land recovers</translation>
    </message>
    <message>
        <source>当量因子表（CSV：type,food…landscape）</source>
        <translation>Table of equivalent factors (CSV: type,food…landscape)</translation>
    </message>
    <message>
        <source>一个当量的价值</source>
        <translation>Value of one equivalent</translation>
    </message>
    <message>
        <source>{layer}：名称字段</source>
        <translation>{layer}: name field</translation>
    </message>
    <message>
        <source>{layer}：受益方字段</source>
        <translation>{layer}: field of the beneficiary</translation>
    </message>
    <message>
        <source>其他保护区域：类型字段</source>
        <translation>Other protected zones: field of the kind</translation>
    </message>
    <message>
        <source>饮用水水源保护区</source>
        <translation>Drinking-water protection zones</translation>
    </message>
    <message>
        <source>自然保护区</source>
        <translation>Nature reserves</translation>
    </message>
    <message>
        <source>其他保护区域</source>
        <translation>Other protected zones</translation>
    </message>
    <message>
        <source>{label}的地类编码按“{system}”理解。</source>
        <translation>The land-use codes of {label} are read as &quot;{system}&quot;.</translation>
    </message>
    <message>
        <source>第三次国土调查（三调）工作分类</source>
        <translation>Third National Land Survey (三调), working classification</translation>
    </message>
    <message>
        <source>{label}的地类编码在 2023 年指南和三调中都有，无法判断体系（例如 0602 在指南中是设施农用地，在三调中是采矿用地），暂按“{system}”理解；请在“地类编码体系”中选定。</source>
        <translation>The land-use codes of {label} exist in the 2023 guide and in the Third National Land Survey, so the system cannot be told (0602, for example, is facility farmland in the guide and mining land in the survey). They are read as &quot;{system}&quot; for now; choose the system of land-use codes.</translation>
    </message>
    <message>
        <source>{label}中有 {kinds} 种地类写法不认识（{words}），共 {count} 处，不计费用和价值。</source>
        <translation>{label}: {kinds} words for land are not known ({words}), {count} in all; they have no cost and no value.</translation>
    </message>
    <message>
        <source>地类图斑</source>
        <translation>Land-use polygons</translation>
    </message>
    <message>
        <source>没有指定地类图斑的编码或名称字段，地类图斑没有采用。</source>
        <translation>No field of land-use code or name was chosen; the land-use polygons are not used.</translation>
    </message>
    <message>
        <source>{code} {land}</source>
        <translation>{code} {land}</translation>
    </message>
    <message>
        <source>地类栅格的编码理解为：{classes}。</source>
        <translation>The classes of the land-use raster are understood as: {classes}.</translation>
    </message>
    <message>
        <source>（乡镇范围外）</source>
        <translation>(outside all towns)</translation>
    </message>
    <message>
        <source>测算</source>
        <translation>Calculated</translation>
    </message>
    <message>
        <source>有 {area} 公顷土地在费用表中没有单价，未计费用。</source>
        <translation>{area} ha of land have no price in the table of costs.</translation>
    </message>
    <message>
        <source>没有地类资料，未计费用；请填写地类字段，或提供地类图斑、地类栅格。</source>
        <translation>No land is known: no cost. Fill in the land field, or give land-use polygons or a raster.</translation>
    </message>
    <message>
        <source>按产量比例计提：每年 {output} 万吨，剩余 {remaining} 万吨。</source>
        <translation>Set aside by output: {output} ×10⁴ t a year, {remaining} ×10⁴ t remain.</translation>
    </message>
    <message>
        <source>没有产量或剩余储量，按年限平均计提。</source>
        <translation>Output or remaining reserves are not known; set aside in equal parts.</translation>
    </message>
    <message>
        <source>依据{law}；单位费用为工程取值，待核。</source>
        <translation>Basis: {law}; unit costs are working values, to be checked.</translation>
    </message>
    <message>
        <source>依据{law}；单位费用在费用表中标为已核。</source>
        <translation>Basis: {law}; unit costs are marked as verified in the table.</translation>
    </message>
    <message>
        <source>依据{law}；按谢高地等（2015）当量因子和{edition}一个当量 {value} 元/公顷·年测算，受益方、地类对应和调节因子的用法待核；是补偿的上限参考，不是补偿标准。</source>
        <translation>Basis: {law}; calculated with the equivalent factors of Xie Gaodi et al. (2015) and {edition}, {value} yuan/ha a year for one equivalent. Beneficiary, matching of land and use of the regional factors are to be checked; an upper bound for a compensation, not a standard.</translation>
    </message>
    <message>
        <source>没有地类资料，未计价值；请提供地类图斑或地类栅格。</source>
        <translation>No land is known: no value. Give land-use polygons or a raster.</translation>
    </message>
    <message>
        <source>有 {area} 公顷地类不明，未计价值。</source>
        <translation>The land of {area} ha is not known and has no value.</translation>
    </message>
    <message>
        <source>所用当量因子中有未核实的行，待核。</source>
        <translation>Some of the equivalent factors used are not verified; to be checked.</translation>
    </message>
    <message>
        <source>一个当量的价值待核。</source>
        <translation>The value of one equivalent is to be checked.</translation>
    </message>
    <message>
        <source>地类不明</source>
        <translation>Land not known</translation>
    </message>
    <message>
        <source>{land} {area} 公顷</source>
        <translation>{land} {area} ha</translation>
    </message>
    <message>
        <source>责任</source>
        <translation>Responsibility</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>受益</source>
        <translation>Benefit</translation>
    </message>
    <message>
        <source>元/年</source>
        <translation>yuan/year</translation>
    </message>
    <message>
        <source>与“{name}”重叠的 {area} 公顷已计入后者，不重复计价。</source>
        <translation>{area} ha in common with &quot;{name}&quot; are counted there and not valued twice.</translation>
    </message>
    <message>
        <source>保护区域之间有 {count} 处重叠，重叠部分只计一次（先水源、后自然保护区、再其他）。</source>
        <translation>Protected zones overlap in {count} places; common ground counts once (water sources first, then reserves, then the others).</translation>
    </message>
    <message>
        <source>受益方按保护区域的类型假定，待核。</source>
        <translation>Who benefits is assumed from the kind of zone; to be checked.</translation>
    </message>
    <message>
        <source>{layer} {number}</source>
        <translation>{layer} {number}</translation>
    </message>
    <message>
        <source>保护区域的类型中有 {kinds} 种写法不认识（{words}），按“其他保护区域”计。</source>
        <translation>{kinds} words for the kind of zone are not known ({words}); they count as other protected zones.</translation>
    </message>
    <message>
        <source>{name}（{count} 座）</source>
        <translation>{name} ({count})</translation>
    </message>
    <message>
        <source>有 {count} 座矿山重名：{names}；结果中在名称后加编号区分，请核对是否重复录入。</source>
        <translation>{count} mines share a name: {names}. They are told apart by a number behind the name; check whether they were entered twice.</translation>
    </message>
    <message>
        <source>{name}（编号 {number}）</source>
        <translation>{name} (no. {number})</translation>
    </message>
    <message>
        <source>有 {count} 座矿山（共 {total} 座）在{what}以外：{names}；它们不参与排序和分区，在矿山结果中注明。若本应在内，请检查界线与矿山的坐标系（例如界线为 GCJ-02 火星坐标，偏移约 500 米）。</source>
        <translation>{count} of {total} mines lie outside the {what}: {names}. They are not ranked and make no zone; the list of mines says so. If they belong inside, check the coordinate systems of boundaries and mines (boundaries in GCJ-02, for instance, are about 500 m off).</translation>
    </message>
    <message>
        <source>{area} {given} 座→{moved} 座</source>
        <translation>{area} {given} → {moved}</translation>
    </message>
    <message>
        <source>{label}图层是经纬度（WGS84）；如果它取自国内网络地图，实际是 GCJ-02（火星坐标，偏移约 500 米），矿山的归属会变：{areas}（原样→纠正后）。请核实界线的来源，纠正后再统计。</source>
        <translation>The layer “{label}” is in longitude and latitude (WGS84). If it comes from a Chinese web map it is really GCJ-02 (“Mars” coordinates, about 500 m off), and mines change their area: {areas} (as given → corrected). Check where the boundaries come from, correct them and count again.</translation>
    </message>
    <message>
        <source>新建（拟建）</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>在建</source>
        <translation>Under construction</translation>
    </message>
    <message>
        <source>生产</source>
        <translation>Operating</translation>
    </message>
    <message>
        <source>停产</source>
        <translation>Idle</translation>
    </message>
    <message>
        <source>废弃</source>
        <translation>Abandoned</translation>
    </message>
    <message>
        <source>状态不明</source>
        <translation>Status unknown</translation>
    </message>
    <message>
        <source>矿山状态中有 {kinds} 种写法不认识（{words}），共 {count} 座，按状态不明处理；请在“状态写法对照表”或工程旁的 class_words.csv 中补充（可用：{allowed}）。</source>
        <translation>{kinds} words for the status of mines are not known ({words}), {count} mines in all; their status counts as unknown. Add the words to the table of status words or to class_words.csv beside the project (allowed: {allowed}).</translation>
    </message>
    <message>
        <source>有 {count} 座矿山没有状态，按状态不明处理；请补填状态后重算。</source>
        <translation>{count} mines have no status; it counts as unknown. Fill it in and run again.</translation>
    </message>
    <message>
        <source>矿山的{title}中有 {kinds} 种写法不认识（{words}），共 {count} 座，按{title}不明处理。</source>
        <translation>{kinds} words for the {title} of mines are not known ({words}), {count} mines in all; their {title} counts as unknown.</translation>
    </message>
    <message>
        <source>有 {count} 座矿山的占用地类有几种而没有写各占多少，未采用；请写成“耕地 3 公顷；林地 5 公顷”。</source>
        <translation>The land that {count} mines take is of several kinds and how much of each is not written; it was not used. Write it like “cropland 3 ha; forest 5 ha”.</translation>
    </message>
    <message>
        <source>矿山占用地类中有 {kinds} 种写法不认识（{words}），共 {count} 座，不计土地损毁。</source>
        <translation>{kinds} words for the land that mines take are not known ({words}), {count} mines in all; no damage to land is counted for them.</translation>
    </message>
    <message>
        <source>矿产开采分区</source>
        <translation>Mineral zoning</translation>
    </message>
    <message>
        <source>矿产资源区</source>
        <translation>Mineral resource areas</translation>
    </message>
    <message>
        <source>开采方式字段（露天、地下；不明从严按露天）</source>
        <translation>Field of the mining method (open pit, underground; unknown counts as open pit)</translation>
    </message>
    <message>
        <source>矿种字段</source>
        <translation>Field of the mineral</translation>
    </message>
    <message>
        <source>资源区名称字段</source>
        <translation>Field of names of the resource areas</translation>
    </message>
    <message>
        <source>最小图斑面积（公顷，更小的并入相邻分区）</source>
        <translation>Least area (ha; smaller slivers join a neighbour)</translation>
    </message>
    <message>
        <source>矿业规则表（CSV，逐行替换自带的规则）</source>
        <translation>Rule table (CSV; its rows replace the plugin's)</translation>
    </message>
    <message>
        <source>法律适用日期（留空为今天）</source>
        <translation>Day of law (empty: today)</translation>
    </message>
    <message>
        <source>直观可视距离（米，规划参数；0 为按规则表）</source>
        <translation>Visible distance (m, a planning parameter; 0: as in the rule table)</translation>
    </message>
    <message>
        <source>产业园区或选冶厂（评分用）</source>
        <translation>Industrial parks or plants (for the score)</translation>
    </message>
    <message>
        <source>距道路最远（米，超过即视为无路可运）</source>
        <translation>Farthest from a road (m; beyond it there is no haul)</translation>
    </message>
    <message>
        <source>开采分区</source>
        <translation>Mining zones</translation>
    </message>
    <message>
        <source>各规则占用面积</source>
        <translation>Area taken by each rule</translation>
    </message>
    <message>
        <source>未采用的规则</source>
        <translation>Rules not applied</translation>
    </message>
    <message>
        <source>规则版本与采用情况</source>
        <translation>Edition and use of the rules</translation>
    </message>
    <message>
        <source>资源区面积（公顷）</source>
        <translation>Area of the resources (ha)</translation>
    </message>
    <message>
        <source>禁止开采区比例（0–1）</source>
        <translation>Share prohibited (0–1)</translation>
    </message>
    <message>
        <source>限制比例（0–1）</source>
        <translation>Share restricted (0–1)</translation>
    </message>
    <message>
        <source>允许比例（0–1）</source>
        <translation>Share permitted (0–1)</translation>
    </message>
    <message>
        <source>规则版本：按 {day} 现行的 {count} 条规则，其中最近施行的一条自 {youngest} 起。</source>
        <translation>Edition of the rules: the {count} rules in force on {day}, the youngest since {youngest}.</translation>
    </message>
    <message>
        <source>禁止开采区占资源区 {prohibited} %，限制开采区 {restricted} %，允许开采区 {permitted} %（资源区 {area} 平方公里）</source>
        <translation>Of the resource area {prohibited} % is prohibited, {restricted} % restricted and {permitted} % permitted ({area} km² in all)</translation>
    </message>
    <message>
        <source>有 {count} 条规则因缺少图层、类别或高程而没有采用（{ids}），详见“未采用的规则”。</source>
        <translation>{count} rules were not applied because a layer, class or elevation is missing ({ids}); see &quot;Rules not applied&quot;.</translation>
    </message>
    <message>
        <source>小于最小图斑面积的碎斑共 {area} 公顷，已沿最长的公共边并入相邻分区，没有跨越禁止开采区界线。</source>
        <translation>Slivers below the least area, {area} ha in all, were merged into neighbours along their longest edge; none crosses a prohibition.</translation>
    </message>
    <message>
        <source>矿产资源区之间有 {area} 公顷重叠（例如不同矿种上下叠置），各自分别划定，面积分别计入。</source>
        <translation>Resource areas overlap by {area} ha (minerals lying one over the other, for instance); each is zoned on its own and counted each.</translation>
    </message>
    <message>
        <source>阻隔（河流、干道、山脊等，线或面）</source>
        <translation>Barriers (rivers, trunk roads, ridges; lines or polygons)</translation>
    </message>
    <message>
        <source>阻隔名称字段</source>
        <translation>Field of barrier names</translation>
    </message>
    <message>
        <source>河流（作为阻隔）</source>
        <translation>Rivers (as barriers)</translation>
    </message>
    <message>
        <source>道路（高速公路、国道、省道作为阻隔）</source>
        <translation>Roads (expressways, national and provincial roads as barriers)</translation>
    </message>
    <message>
        <source>乡镇（乡镇界作为阻隔）</source>
        <translation>Towns (their boundaries as barriers)</translation>
    </message>
    <message>
        <source>河流“{name}”</source>
        <translation>river &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>一条河流</source>
        <translation>a river</translation>
    </message>
    <message>
        <source>没有指定道路等级字段，全部 {count} 条道路都作为阻隔。</source>
        <translation>No field of road classes was chosen: all {count} roads are barriers.</translation>
    </message>
    <message>
        <source>干线道路“{name}”</source>
        <translation>trunk road &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>一条干线道路</source>
        <translation>a trunk road</translation>
    </message>
    <message>
        <source>干线道路</source>
        <translation>trunk roads</translation>
    </message>
    <message>
        <source>乡镇界</source>
        <translation>township boundaries</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>&quot;{name}&quot;</translation>
    </message>
    <message>
        <source>阻隔（编号 {number}）</source>
        <translation>barrier (feature {number})</translation>
    </message>
    <message>
        <source>“{layer}”</source>
        <translation>&quot;{layer}&quot;</translation>
    </message>
    <message>
        <source>有 {count} 处石料厂（共 {total} 处）整个在阻隔面之内，不与任何石料厂相连；如果阻隔图层其实是乡镇等分区，请改在“乡镇”中选择，只以界线为阻隔。</source>
        <translation>{count} of {total} quarries lie in a barrier polygon as a whole and are joined to none; if the barriers are really districts such as townships, choose them under &quot;Towns&quot;, where only their boundaries are barriers.</translation>
    </message>
    <message>
        <source>石料厂</source>
        <translation>Quarries</translation>
    </message>
    <message>
        <source>矿种</source>
        <translation>Mineral</translation>
    </message>
    <message>
        <source>有 {count} 座矿山的矿种不是石料或不明，不参与整合，也不在结果中。</source>
        <translation>{count} mines are of another mineral than stone, or of an unknown one; they take no part and are not in the results.</translation>
    </message>
    <message>
        <source>有 {count} 处石料厂重名（{names}）；结果中在名称后加要素编号区分，请核对是否重复录入。</source>
        <translation>{count} quarries share a name ({names}); in the results the feature number follows the name. Please check for double entries.</translation>
    </message>
    <message>
        <source>石料厂 {number}</source>
        <translation>Quarry {number}</translation>
    </message>
    <message>
        <source>0 米（相接或重叠）</source>
        <translation>0 m (touching or overlapping)</translation>
    </message>
    <message>
        <source>{metres} 米</source>
        <translation>{metres} m</translation>
    </message>
    <message>
        <source>{kilometres} 公里</source>
        <translation>{kilometres} km</translation>
    </message>
    <message>
        <source>距“{to}” {distance}，在 {limit}以内，其间没有{barriers}，因此并为一组。</source>
        <translation>{distance} from &quot;{to}&quot;, within {limit}, with no {barriers} between, and therefore joined.</translation>
    </message>
    <message>
        <source>距“{to}” {distance}，在 {limit}以内，因此并为一组；没有提供阻隔图层，未检查其间有无河流、干道等。</source>
        <translation>{distance} from &quot;{to}&quot;, within {limit}, and therefore joined; no layer of barriers was given, so rivers, trunk roads and the like between them were not looked for.</translation>
    </message>
    <message>
        <source>距“{other}” {distance}，但其间隔着{barrier}，不并为一组。</source>
        <translation>{distance} from &quot;{other}&quot;, but {barrier} lies between: not joined.</translation>
    </message>
    <message>
        <source>距“{other}” {distance}，但并入后组内最远的两处相距 {spread}，超过 {cap}，不并为一组。</source>
        <translation>{distance} from &quot;{other}&quot;, but together the farthest two of the cluster would be {spread} apart, more than {cap}: not joined.</translation>
    </message>
    <message>
        <source>没有其他石料厂可以整合。</source>
        <translation>There is no other quarry to merge with.</translation>
    </message>
    <message>
        <source>最近的“{other}”相距 {distance}，超过 {limit}，单独保留。</source>
        <translation>The nearest, &quot;{other}&quot;, is {distance} away, more than {limit}: it stays alone.</translation>
    </message>
    <message>
        <source>牵头石料厂：产能最大（{capacity}）。</source>
        <translation>Lead quarry: the largest capacity ({capacity}).</translation>
    </message>
    <message>
        <source>牵头石料厂：产能与其他成员相同或不明，按状态（{status}）优先。</source>
        <translation>Lead quarry: capacity is the same as others' or unknown, so its status ({status}) decides.</translation>
    </message>
    <message>
        <source>牵头石料厂：产能、状态与其他成员相同或不明，面积最大（{area} 公顷）。</source>
        <translation>Lead quarry: capacity and status are the same as others' or unknown, and its area is the largest ({area} ha).</translation>
    </message>
    <message>
        <source>牵头石料厂：产能、状态、面积与其他成员相同或不明，按名称先后。</source>
        <translation>Lead quarry: capacity, status and area are the same as others' or unknown, so the first by name.</translation>
    </message>
    <message>
        <source>牵头石料厂：产能、状态、面积、名称都与其他成员相同或不明，按位置先后。</source>
        <translation>Lead quarry: capacity, status, area and name are the same as others' or unknown, so the first by place.</translation>
    </message>
    <message>
        <source>{one}—{two} {distance}</source>
        <translation>{one}–{two} {distance}</translation>
    </message>
    <message>
        <source>{count} 处石料厂相连，每段不超过 {limit}：{links}；其间没有{barriers}。</source>
        <translation>{count} quarries are linked by steps of at most {limit}: {links}; there are no {barriers} between.</translation>
    </message>
    <message>
        <source>{count} 处石料厂相连，每段不超过 {limit}：{links}；没有提供阻隔图层，未检查河流、干道等。</source>
        <translation>{count} quarries are linked by steps of at most {limit}: {links}; no layer of barriers was given, so rivers, trunk roads and the like were not looked for.</translation>
    </message>
    <message>
        <source>“{member}”与第 {number} 组的“{other}”相距 {distance}，但其间隔着{barrier}，两组不合并。</source>
        <translation>&quot;{member}&quot; is {distance} from &quot;{other}&quot; of cluster {number}, but {barrier} lies between: the clusters stay apart.</translation>
    </message>
    <message>
        <source>“{member}”与第 {number} 组的“{other}”相距 {distance}，但合并后最远的两处相距 {spread}，超过 {cap}，两组不合并。</source>
        <translation>&quot;{member}&quot; is {distance} from &quot;{other}&quot; of cluster {number}, but together the farthest two would be {spread} apart, more than {cap}: the clusters stay apart.</translation>
    </message>
    <message>
        <source>全部石料厂都在这一组。</source>
        <translation>All quarries are in this cluster.</translation>
    </message>
    <message>
        <source>其他石料厂与各成员的距离都超过 {limit}。</source>
        <translation>All other quarries are more than {limit} from every member.</translation>
    </message>
    <message>
        <source>与{neighbours}的距离小于相邻露天采石场应有的 {limit} 米（{basis}）。</source>
        <translation>Nearer to {neighbours} than the {limit} m that neighbouring open-pit quarries should keep ({basis}).</translation>
    </message>
    <message>
        <source>“{name}”（{distance}，同组）</source>
        <translation>&quot;{name}&quot; ({distance}, same cluster)</translation>
    </message>
    <message>
        <source>“{name}”（{distance}，不同组）</source>
        <translation>&quot;{name}&quot; ({distance}, other cluster)</translation>
    </message>
    <message>
        <source>{rule}，{law}</source>
        <translation>{rule}, {law}</translation>
    </message>
    <message>
        <source>{rule}，{law}，待核</source>
        <translation>{rule}, {law}, to be checked</translation>
    </message>
    <message>
        <source>“{name}”{text}</source>
        <translation>&quot;{name}&quot;: {text}</translation>
    </message>
    <message>
        <source>产能合计未含产能不明的{names}。</source>
        <translation>The capacity leaves out {names}, whose capacity is not known.</translation>
    </message>
    <message>
        <source>产能不明。</source>
        <translation>The capacity is not known.</translation>
    </message>
    <message>
        <source>组界为成员的凸包外扩 {margin} 米，只示意位置，不是矿区范围。</source>
        <translation>The outline is the convex hull of the members, {margin} m wider all round; it shows where they are and is no mining area.</translation>
    </message>
    <message>
        <source>石料厂就近整合</source>
        <translation>Consolidation of quarries</translation>
    </message>
    <message>
        <source>石料厂（点或面）</source>
        <translation>Quarries (points or polygons)</translation>
    </message>
    <message>
        <source>名称字段</source>
        <translation>Name field</translation>
    </message>
    <message>
        <source>产能字段（万吨/年）</source>
        <translation>Field of the output (10,000 t a year)</translation>
    </message>
    <message>
        <source>状态字段</source>
        <translation>Status field</translation>
    </message>
    <message>
        <source>矿种字段（只取石料）</source>
        <translation>Mineral field (only stone takes part)</translation>
    </message>
    <message>
        <source>最大间距（米，规划取值）</source>
        <translation>Greatest distance (m, a planning value)</translation>
    </message>
    <message>
        <source>组内最远两处的距离上限（米，不填为不限）</source>
        <translation>Greatest distance between any two of a cluster (m, empty for no limit)</translation>
    </message>
    <message>
        <source>石料厂与所在组</source>
        <translation>Quarries and their clusters</translation>
    </message>
    <message>
        <source>整合组</source>
        <translation>Clusters</translation>
    </message>
    <message>
        <source>组数（含单独保留的）</source>
        <translation>Clusters (single quarries included)</translation>
    </message>
    <message>
        <source>单独保留的石料厂数</source>
        <translation>Quarries that stay alone</translation>
    </message>
    <message>
        <source>有 {count} 对石料厂不在同一组而距离小于相邻露天采石场应有的 {limit} 米（{basis}）：{pairs}；请核对开采范围，或放宽整合条件。</source>
        <translation>{count} pairs of quarries of different clusters are nearer than the {limit} m that neighbouring open-pit quarries should keep ({basis}): {pairs}; please check their extents, or loosen the conditions of merging.</translation>
    </message>
    <message>
        <source>另有 {count} 对同组的石料厂距离小于 {limit} 米（{basis}），整合后应按一个采场统一设计。</source>
        <translation>{count} pairs within one cluster are nearer than {limit} m ({basis}); once merged they should be designed as one pit.</translation>
    </message>
    <message>
        <source>有 {count} 处石料厂被阻隔穿过（{names}），按面积较大的一侧判断是否隔着阻隔；请核对其范围。</source>
        <translation>A barrier runs through {count} quarries ({names}); their larger side decides what lies beyond it. Please check their extents.</translation>
    </message>
    <message>
        <source>石料厂 {total} 处，在 {limit}以内可就近整合为 {groups} 组（{joined} 处），{alone} 处单独保留</source>
        <translation>Quarries: {total}; within {limit} these can be merged: {joined}, into clusters: {groups}; alone: {alone}</translation>
    </message>
    <message>
        <source>石料厂 {total} 处，在 {limit}以内没有可以就近整合的，{alone} 处都单独保留</source>
        <translation>{total} quarries: within {limit} none can be merged, all {alone} stay alone</translation>
    </message>
    <message>
        <source>修复方式待定</source>
        <translation>way of restoration to be settled</translation>
    </message>
    <message>
        <source>没有适用的选择条件，须现场调查</source>
        <translation>no condition applies, look at it on site</translation>
    </message>
    <message>
        <source>{text}（待核）</source>
        <translation>{text} (to be checked)</translation>
    </message>
    <message>
        <source>{sentence}。</source>
        <translation>{sentence}.</translation>
    </message>
    <message>
        <source>{sentence}（待核）。</source>
        <translation>{sentence} (to be checked).</translation>
    </message>
    <message>
        <source>{indicator}：{findings}。</source>
        <translation>{indicator}: {findings}.</translation>
    </message>
    <message>
        <source>须现场核查（图层看不出）：{indicators}。</source>
        <translation>To be judged on site (no layer shows it): {indicators}.</translation>
    </message>
    <message>
        <source>{layer}（{name}）</source>
        <translation>{layer} ({name})</translation>
    </message>
    <message>
        <source>与{what}相接或重叠</source>
        <translation>touches or overlaps {what}</translation>
    </message>
    <message>
        <source>距{what} {metres} 米</source>
        <translation>{metres} m from {what}</translation>
    </message>
    <message>
        <source>影响范围内图层未见问题</source>
        <translation>the layers show nothing within the area of influence</translation>
    </message>
    <message>
        <source>岩溶区地表汇水与地下汇水范围不一致，须水文地质论证。</source>
        <translation>In karst the surface and the groundwater catchment differ; a hydrogeological study is needed.</translation>
    </message>
    <message>
        <source>状态写法“{word}”不认识，按状态不明处理。</source>
        <translation>The status “{word}” is not known and counts as unknown.</translation>
    </message>
    <message>
        <source>没有状态，按状态不明处理。</source>
        <translation>No status; it counts as unknown.</translation>
    </message>
    <message>
        <source>只有点位，没有矿区范围，现状影响程度不明。</source>
        <translation>A point without a boundary; the severity now is not known.</translation>
    </message>
    <message>
        <source>在县界或各乡镇以外，未参与排序和分区。</source>
        <translation>Outside the county or the towns; not ranked and in no zone.</translation>
    </message>
    <message>
        <source>矿山占用地类字段</source>
        <translation>Field of the land that the mine takes</translation>
    </message>
    <message>
        <source>县界（面）</source>
        <translation>County boundary (polygons)</translation>
    </message>
    <message>
        <source>乡镇（面，或驻地点）</source>
        <translation>Towns (polygons, or points of their seats)</translation>
    </message>
    <message>
        <source>影响范围（矿区外延，米）</source>
        <translation>Area of influence (metres beyond the mine)</translation>
    </message>
    <message>
        <source>饮用水取水口（点）</source>
        <translation>Drinking-water intakes (points)</translation>
    </message>
    <message>
        <source>取水口上游追踪距离（公里，沿水流）</source>
        <translation>How far upstream of intakes (km along the water)</translation>
    </message>
    <message>
        <source>权重表（CSV：factor,weight）</source>
        <translation>Weights (CSV: factor,weight)</translation>
    </message>
    <message>
        <source>矿山规则表（CSV，同 mining_rules.csv）</source>
        <translation>Rules of mining (CSV like mining_rules.csv)</translation>
    </message>
    <message>
        <source>状态写法对照表（CSV：word,canonical）</source>
        <translation>Words for the status (CSV: word,canonical)</translation>
    </message>
    <message>
        <source>随机种子（排名区间用）</source>
        <translation>Random seed (for the interval of ranks)</translation>
    </message>
    <message>
        <source>高程数据以度为单位，已换算到{name}（{code}）后使用。</source>
        <translation>The elevation is in degrees and was warped to {name} ({code}).</translation>
    </message>
    <message>
        <source>有 {count} 座矿山只有点位、没有矿区范围：现状影响程度不明，只按预测评价；影响范围取点位周围。</source>
        <translation>{count} mines are points without a boundary: their severity now is not known and the forecast alone counts; the area of influence lies around the point.</translation>
    </message>
    <message>
        <source>开采方式</source>
        <translation>Mining method</translation>
    </message>
    <message>
        <source>县界</source>
        <translation>County boundary</translation>
    </message>
    <message>
        <source>各乡镇</source>
        <translation>towns</translation>
    </message>
    <message>
        <source>取水口</source>
        <translation>Water intakes</translation>
    </message>
    <message>
        <source>取水口图层中没有可用的要素；没有追踪取水口上游。</source>
        <translation>The layer of water intakes has no feature that can be used; nothing was followed upstream of intakes.</translation>
    </message>
    <message>
        <source>{label}图层中没有可用的要素；请检查筛选条件和几何图形，本次按没有{label}处理。</source>
        <translation>The layer “{label}” has no feature that can be used; check its filter and geometry. This run goes on without it.</translation>
    </message>
    <message>
        <source>没有几何图形，未参与评价</source>
        <translation>No geometry; not judged</translation>
    </message>
    <message>
        <source>几何图形为空，未参与评价</source>
        <translation>Empty geometry; not judged</translation>
    </message>
    <message>
        <source>几何类型不符，未参与评价</source>
        <translation>Wrong kind of geometry; not judged</translation>
    </message>
    <message>
        <source>几何无效，未参与评价</source>
        <translation>Invalid geometry; not judged</translation>
    </message>
    <message>
        <source>坐标无法转换，未参与评价</source>
        <translation>Coordinates cannot be transformed; not judged</translation>
    </message>
    <message>
        <source>{mines}：{sentence}。</source>
        <translation>{mines}: {sentence}.</translation>
    </message>
    <message>
        <source>{names}等 {count} 座</source>
        <translation>{names} and others, {count} in all</translation>
    </message>
    <message>
        <source>{id}，{law}</source>
        <translation>{id}, {law}</translation>
    </message>
    <message>
        <source>规则表中没有对应的条款</source>
        <translation>no clause in the rule table</translation>
    </message>
    <message>
        <source>位于{ground}内，属法定优先整治情形（{laws}）</source>
        <translation>It lies in this ground: {ground}, which by law goes ahead of every score ({laws})</translation>
    </message>
    <message>
        <source>位于{ground}（{names}）内，属法定优先整治情形（{laws}）</source>
        <translation>It lies in this ground: {ground} ({names}), which by law goes ahead of every score ({laws})</translation>
    </message>
    <message>
        <source>{law}，自 {day} 起施行</source>
        <translation>{law}, in force from {day}</translation>
    </message>
    <message>
        <source>{reason}（{law}）</source>
        <translation>{reason} ({law})</translation>
    </message>
    <message>
        <source>{reason}（{law}；距{name} {metres} 米）</source>
        <translation>{reason} ({law}; {metres} m from {name})</translation>
    </message>
    <message>
        <source>{reason}（{law}；涉及{name}）</source>
        <translation>{reason} ({law}; it touches {name})</translation>
    </message>
    <message>
        <source>{factor}（可用图层：{layers}）</source>
        <translation>{factor} (layers that would tell: {layers})</translation>
    </message>
    <message>
        <source>以下因素没有图层，得分按 0 计：{factors}；补充图层后得分和次序会变。</source>
        <translation>These factors have no layer and add nothing to any score: {factors}. With the layers, scores and ranks will change.</translation>
    </message>
    <message>
        <source>没有{layers}图层，也没有占用地类字段：现状影响程度不明，整治等级只按法定情形和预测评定。</source>
        <translation>There is no layer of {layers} and no field of the land that mines take: the severity now is not known, and the priority follows from statutory triggers and the forecast alone.</translation>
    </message>
    <message>
        <source>没有{layers}图层：这些土地的损毁没有计入，现状影响程度可能偏轻。</source>
        <translation>There is no layer of {layers}: damage to such land is not counted, and the severity now may be too low.</translation>
    </message>
    <message>
        <source>没有高程数据，没有追踪取水口上游的矿山；请选择高程（DEM）后重算。</source>
        <translation>Without elevation no mine was followed to an intake; choose an elevation model (DEM) and run again.</translation>
    </message>
    <message>
        <source>没有取水口图层，没有追踪取水口上游的矿山。</source>
        <translation>Without a layer of intakes no mine was followed to an intake.</translation>
    </message>
    <message>
        <source>按高程推算的地表水流（D8），有 {count} 座矿山位于取水口上游。黄土和石灰岩地区地表汇水范围与地下水、岩溶水的补给范围不一致，须水文地质论证，不能据此认定污染。</source>
        <translation>By surface flow derived from elevation (D8), {count} mines lie upstream of an intake. In loess and limestone country the surface catchment is not that of groundwater and karst water: a hydrogeological study is needed, and no pollution is proved by this.</translation>
    </message>
    <message>
        <source>有 {count} 座矿山在高程范围以外，不知其水流去向：{mines}。</source>
        <translation>{count} mines lie outside the elevation model; where their water goes is not known: {mines}.</translation>
    </message>
    <message>
        <source>取水口 {names} 附近没有明显的水流，没有追踪其上游；请核对位置，或它取的是地下水。</source>
        <translation>There is no clear stream near these intakes: {names}. Nothing was followed upstream of them; check their place, or they draw groundwater.</translation>
    </message>
    <message>
        <source>取水口 {names} 在高程范围以外，没有追踪其上游；请使用覆盖全部取水口的高程数据。</source>
        <translation>These intakes lie outside the elevation model: {names}. Nothing was followed upstream of them; use elevation that covers all intakes.</translation>
    </message>
    <message>
        <source>{name} 移动 {metres} 米</source>
        <translation>{name} by {metres} m</translation>
    </message>
    <message>
        <source>取水口已移到最近的水流上：{intakes}。</source>
        <translation>Intakes were moved to the nearest stream: {intakes}.</translation>
    </message>
    <message>
        <source>永久基本农田</source>
        <translation>Permanent basic farmland</translation>
    </message>
    <message>
        <source>耕地</source>
        <translation>Cropland</translation>
    </message>
    <message>
        <source>林草地</source>
        <translation>Forest and grassland</translation>
    </message>
    <message>
        <source>荒地</source>
        <translation>Waste land</translation>
    </message>
    <message>
        <source>{status} {count} 座</source>
        <translation>{status} {count}</translation>
    </message>
    <message>
        <source>涉及矿山 {count} 座：{by_status}。</source>
        <translation>Mines in it: {count} ({by_status}).</translation>
    </message>
    <message>
        <source>整治重点区 {count} 处 {area} km²，涉矿 {mines} 座</source>
        <translation>Key remediation zones: {count} ({area} km²), mines in them: {mines}</translation>
    </message>
    <message>
        <source>没有整治重点区；次重点区和一般区共 {count} 处 {area} km²</source>
        <translation>No key remediation zone; zones of lower priority: {count} ({area} km²)</translation>
    </message>
    <message>
        <source>矿山综合整治分区</source>
        <translation>Remediation zones of mines</translation>
    </message>
    <message>
        <source>整治分区</source>
        <translation>Remediation zones</translation>
    </message>
    <message>
        <source>矿山整治清单</source>
        <translation>Mines to be remediated</translation>
    </message>
    <message>
        <source>整治分区数</source>
        <translation>Number of remediation zones</translation>
    </message>
    <message>
        <source>整治分区面积（公顷）</source>
        <translation>Area of the remediation zones (ha)</translation>
    </message>
    <message>
        <source>参与评价的矿山数</source>
        <translation>Number of mines judged</translation>
    </message>
    <message>
        <source>整治重点区数</source>
        <translation>Number of key zones</translation>
    </message>
    <message>
        <source>整治重点区面积（公顷）</source>
        <translation>Area of the key zones (ha)</translation>
    </message>
    <message>
        <source>整治重点区涉及的矿山数</source>
        <translation>Number of mines in key zones</translation>
    </message>
    <message>
        <source>铁路</source>
        <translation>Railways</translation>
    </message>
    <message>
        <source>桥梁、渡口</source>
        <translation>Bridges and ferries</translation>
    </message>
    <message>
        <source>隧道</source>
        <translation>Tunnels</translation>
    </message>
    <message>
        <source>河流与河道管理范围</source>
        <translation>Rivers and river management areas</translation>
    </message>
    <message>
        <source>风景名胜区</source>
        <translation>Scenic areas</translation>
    </message>
    <message>
        <source>生态保护红线</source>
        <translation>Ecological red line</translation>
    </message>
    <message>
        <source>林地与湿地</source>
        <translation>Forest and wetland</translation>
    </message>
    <message>
        <source>文物保护范围</source>
        <translation>Protected extents of heritage</translation>
    </message>
    <message>
        <source>城镇开发边界</source>
        <translation>Urban growth boundary</translation>
    </message>
    <message>
        <source>居民区</source>
        <translation>Settlements</translation>
    </message>
    <message>
        <source>油气管道</source>
        <translation>Oil and gas pipelines</translation>
    </message>
    <message>
        <source>地质灾害危险区</source>
        <translation>Geological hazard areas</translation>
    </message>
    <message>
        <source>采石场</source>
        <translation>Quarries</translation>
    </message>
    <message>
        <source>{layer}：类别字段</source>
        <translation>{layer}: field of classes</translation>
    </message>
    <message>
        <source>{layer}图层中没有可用的要素；请检查筛选条件和几何图形，相关规则按未采用处理。</source>
        <translation>Layer {layer} has no usable features; check filters and geometry. The rules about it are listed as not applied.</translation>
    </message>
    <message>
        <source>{layer}图层的字段“{field}”中有 {kinds} 种写法不认识（{words}），共 {count} 条；可在工程旁的 class_words.csv 中补充，否则按类别不明处理。</source>
        <translation>Field &quot;{field}&quot; of layer {layer} has {kinds} words that are not known ({words}), {count} features in all; add them to class_words.csv beside the project, or they count as of unknown class.</translation>
    </message>
    <message>
        <source>矿产资源图层的 {count} 条要素都没有可用的面；请检查几何图形后重算。</source>
        <translation>None of the {count} features of the resource layer has a usable area; check their geometry and run again.</translation>
    </message>
    <message>
        <source>矿产资源图层中没有要素（或没有选中、被筛选条件排除）；请添加资源区后重算。</source>
        <translation>The resource layer has no features (none selected, or all filtered out); add resource areas and run again.</translation>
    </message>
    <message>
        <source>观察位置图层的 {count} 条要素都没有可用的位置；请检查几何图形和坐标系后重算。</source>
        <translation>None of the {count} features of the layer of observers has a usable place; check geometry and coordinate system and run again.</translation>
    </message>
    <message>
        <source>观察位置图层中没有要素（或没有选中、被筛选条件排除）；请选择道路、铁路、河流、城镇边界或观景点后重算。</source>
        <translation>The layer of observers has no features (or none is selected, or a filter leaves them out); choose roads, railways, rivers, edges of towns or viewpoints and run again.</translation>
    </message>
    <message>
        <source>{count} 个观察点所在的像元都没有高程值，无法计算通视；请检查高程数据的无值区后重算。</source>
        <translation>All {count} observers lie in cells without elevation, so nothing can be seen; check the voids of the elevation and run again.</translation>
    </message>
    <message>
        <source>计提年限 {years} 年不可用；请填 1 到 {longest} 的整数。</source>
        <translation>{years} years of setting aside cannot be used; give a whole number from 1 to {longest}.</translation>
    </message>
    <message>
        <source>折现率 {discount} 不可用；请写成小数，例如 4 % 写 0.04，须大于 -1 且小于 1。</source>
        <translation>The discount rate {discount} cannot be used; write it as a share, 4 % as 0.04, above -1 and below 1.</translation>
    </message>
    <message>
        <source>矿山图层中没有要素（或没有选中、被筛选条件排除），无法编制台账；请添加矿山后重算。</source>
        <translation>There is no feature in the layer of mines (or none is selected, or a filter excludes them), so no ledger can be drawn up; add mines and run again.</translation>
    </message>
    <message>
        <source>矿山图层的 {count} 条要素都没有可用的位置；请检查几何图形和坐标系后重算。</source>
        <translation>None of the {count} features of the layer of mines has a usable place; check geometry and coordinate system and run again.</translation>
    </message>
    <message>
        <source>矿山图层中没有要素（或没有选中、被筛选条件排除）；请添加矿山后重算。</source>
        <translation>The layer of mines has no features (or none is selected, or a filter hides them); add mines and run again.</translation>
    </message>
    <message>
        <source>{count} 座矿山都在{what}以外；请检查矿山和界线的坐标系，或改选图层。</source>
        <translation>All {count} mines lie outside the {what}; check the coordinate systems of mines and boundaries, or choose other layers.</translation>
    </message>
    <message>
        <source>石料厂图层的 {count} 条要素中没有矿种为石料而又有可用位置的；请检查矿种字段，或不选矿种字段后重算。</source>
        <translation>None of the {count} features of the layer of quarries is of stone and has a usable place; check the field of minerals, or leave it empty, and run again.</translation>
    </message>
    <message>
        <source>石料厂图层的 {count} 条要素都没有可用的位置；请检查几何图形和坐标系后重算。</source>
        <translation>None of the {count} features of the layer of quarries has a usable place; check geometry and coordinate system and run again.</translation>
    </message>
    <message>
        <source>石料厂图层中没有要素（或没有选中、被筛选条件排除）；请添加石料厂后重算。</source>
        <translation>The layer of quarries has no features (or none is selected, or the filter leaves none); add quarries and run again.</translation>
    </message>
    <message>
        <source>法律适用日期“{text}”不是日期；请写成 2026-08-15 的样子，或留空按今天计。</source>
        <translation>The day of law &quot;{text}&quot; is not a date; write it like 2026-08-15, or leave it empty for today.</translation>
    </message>
    <message>
        <source>观察位置</source>
        <translation>Observers</translation>
    </message>
    <message>
        <source>高程数据太大，只读取了观察位置周围 {distance} 米的部分；结果也只有这一部分。</source>
        <translation>The elevation is too large; only what lies within {distance} m of the observers was read, and the result covers that part only.</translation>
    </message>
    <message>
        <source>高程数据为经纬度坐标（{given}），不能直接量距离，已换算到 {name}（{code}），像元 {cell} 米；要保持原像元，请先把高程数据投影到米制坐标系。</source>
        <translation>The elevation is in degrees ({given}), in which distances cannot be measured; it was brought into {name} ({code}) with cells of {cell} m. To keep its own cells, project it into a metric system first.</translation>
    </message>
    <message>
        <source>高程数据的坐标系（{given}）单位不是米，或在当地长度失真，已换算到 {name}（{code}），像元 {cell} 米。</source>
        <translation>The coordinate system of the elevation ({given}) is not in metres, or its metres are not true here; it was brought into {name} ({code}) with cells of {cell} m.</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>目标图层中没有要素（或没有选中、被筛选条件排除），只计算地面的可见情况。</source>
        <translation>The layer of targets has no features (or none is selected, or a filter leaves them out); only the ground is computed.</translation>
    </message>
    <message>
        <source>{distance} 米以内没有观察点</source>
        <translation>No observer within {distance} m</translation>
    </message>
    <message>
        <source>只有 {share} % 的范围有高程，其余未计</source>
        <translation>Only {share} % of it has elevation; the rest is not counted</translation>
    </message>
    <message>
        <source>不在高程范围内，或该处没有高程值，无法判断</source>
        <translation>Outside the elevation, or without a value there; cannot be judged</translation>
    </message>
    <message>
        <source>直观可视范围</source>
        <translation>Directly visible range</translation>
    </message>
    <message>
        <source>观察位置（道路、铁路、河流、城镇边界或观景点）</source>
        <translation>Observers (roads, railways, rivers, edges of towns or viewpoints)</translation>
    </message>
    <message>
        <source>沿线观察点间距（米）</source>
        <translation>Distance between observers (m)</translation>
    </message>
    <message>
        <source>目标（矿山，点或面）</source>
        <translation>Targets (mines, points or areas)</translation>
    </message>
    <message>
        <source>最远视距（米，规划参数，待核）</source>
        <translation>Greatest distance (m, a planning parameter, to be checked)</translation>
    </message>
    <message>
        <source>视线高度（离地，米）</source>
        <translation>Height of the eye (above ground, m)</translation>
    </message>
    <message>
        <source>目标高度（离地，米，采坑可为负）</source>
        <translation>Height of the target (above ground, m; negative in a pit)</translation>
    </message>
    <message>
        <source>大气折光系数</source>
        <translation>Refraction coefficient</translation>
    </message>
    <message>
        <source>看得到该处的观察点数</source>
        <translation>Observers that see a place</translation>
    </message>
    <message>
        <source>目标可见情况</source>
        <translation>Targets and how far they are seen</translation>
    </message>
    <message>
        <source>观察点数</source>
        <translation>Number of observers</translation>
    </message>
    <message>
        <source>看得到的目标数</source>
        <translation>Number of targets that are seen</translation>
    </message>
    <message>
        <source>最远视距 {distance} 米是规划参数，不是法定距离，请按当地规定核定（待核）。</source>
        <translation>The greatest distance of {distance} m is a planning parameter, not a statutory distance; check it against local rules (to be checked).</translation>
    </message>
    <message>
        <source>{distance} 米以内，{count} 处目标中有 {seen} 处看得到（{observers} 个观察点），另有 {unknown} 处没有高程或位置，无法判断。</source>
        <translation>Within {distance} m, {seen} of {count} targets are seen ({observers} observers); {unknown} have no elevation or no place and cannot be judged.</translation>
    </message>
    <message>
        <source>{distance} 米以内，{count} 处目标中有 {seen} 处看得到（{observers} 个观察点）。</source>
        <translation>Within {distance} m, {seen} of {count} targets are seen ({observers} observers).</translation>
    </message>
    <message>
        <source>{distance} 米以内，{share} % 的地面看得到（{observers} 个观察点）。</source>
        <translation>Within {distance} m, {share} % of the ground is seen ({observers} observers).</translation>
    </message>
    <message>
        <source>观察点 {count} 个（沿线每隔不超过 {spacing} 米一个）。</source>
        <translation>{count} observers (along lines at most {spacing} m apart).</translation>
    </message>
    <message>
        <source>有 {count} 个观察点在高程范围以外，没有参与计算；请使用覆盖全部道路和河流的高程数据。</source>
        <translation>{count} observers lie outside the elevation and take no part; use elevation that covers all the roads and rivers.</translation>
    </message>
    <message>
        <source>有 {count} 个观察点所在的像元没有高程值，没有参与计算；请检查高程数据的无值区。</source>
        <translation>{count} observers lie in cells without elevation and take no part; check the voids of the elevation.</translation>
    </message>
    <message>
        <source>矿产资源</source>
        <translation>Mineral resources</translation>
    </message>
    <message>
        <source>园区或选冶厂</source>
        <translation>Parks or plants</translation>
    </message>
    <message>
        <source>文件不存在</source>
        <translation>the file does not exist</translation>
    </message>
    <message>
        <source>字段“{field}”中有 {kinds} 种开采方式不认识（{words}），共 {count} 条，从严按露天开采处理；可在工程旁的 class_words.csv 中补充。</source>
        <translation>Field &quot;{field}&quot; has {kinds} mining methods that are not known ({words}), {count} features in all; they count as open pit. Add them to class_words.csv beside the project.</translation>
    </message>
    <message>
        <source>字段“{field}”中有 {kinds} 种矿种不认识（{words}），共 {count} 条，按一般固体矿产处理；可在工程旁的 class_words.csv 中补充。</source>
        <translation>Field &quot;{field}&quot; has {kinds} minerals that are not known ({words}), {count} features in all; they count as ordinary solid minerals. Add them to class_words.csv beside the project.</translation>
    </message>
    <message>
        <source>评分权重：{factor}</source>
        <translation>Weight: {factor}</translation>
    </message>
    <message>
        <source>产业布局</source>
        <translation>Industrial layout</translation>
    </message>
    <message>
        <source>运输距离</source>
        <translation>Haul distance</translation>
    </message>
    <message>
        <source>安全距离</source>
        <translation>Safety distance</translation>
    </message>
    <message>
        <source>城镇发展方向</source>
        <translation>Growth of towns</translation>
    </message>
    <message>
        <source>允许开采区评分缺少 {factors} 所需的图层，其权重由其余因子分担。</source>
        <translation>The score of permitted zones lacks layers for: {factors}. Their weight is shared by the other factors.</translation>
    </message>
    <message>
        <source>{metres} 米内没有道路，无路可运</source>
        <translation>no road within {metres} m</translation>
    </message>
    <message>
        <source>园区或选冶厂都没有连上道路</source>
        <translation>no park or plant is connected to a road</translation>
    </message>
    <message>
        <source>所在路网与园区、选冶厂不连通</source>
        <translation>its roads do not lead to any park or plant</translation>
    </message>
    <message>
        <source>有 {count} 个允许开采区沿道路到不了任何园区或选冶厂，运输得 0 分，原因见“运输说明”。</source>
        <translation>{count} permitted zones reach no park or plant by road; haul scores 0, the reason is in &quot;Note on haul&quot;.</translation>
    </message>
    <message>
        <source>禁止</source>
        <translation>Prohibited</translation>
    </message>
    <message>
        <source>限制</source>
        <translation>Restricted</translation>
    </message>
    <message>
        <source>参考</source>
        <translation>Weighed</translation>
    </message>
    <message>
        <source>露天</source>
        <translation>Open pit</translation>
    </message>
    <message>
        <source>地下</source>
        <translation>Underground</translation>
    </message>
    <message>
        <source>不明</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>{reason}（待核）</source>
        <translation>{reason} (To be checked.)</translation>
    </message>
    <message>
        <source>已采用</source>
        <translation>Applied</translation>
    </message>
    <message>
        <source>缺少图层</source>
        <translation>Layer missing</translation>
    </message>
    <message>
        <source>图层中没有可用的要素</source>
        <translation>No usable features in the layer</translation>
    </message>
    <message>
        <source>要素类别不明，未按本规则判定</source>
        <translation>Class of the features unknown, not judged by this rule</translation>
    </message>
    <message>
        <source>缺少高程（DEM）</source>
        <translation>Elevation (DEM) missing</translation>
    </message>
    <message>
        <source>在适用日期不是现行规定</source>
        <translation>Not in force on the day of law</translation>
    </message>
    <message>
        <source>管控的不是采矿（尾矿库、采砂、建筑等）</source>
        <translation>Not about mining (tailings, sand, buildings …)</translation>
    </message>
    <message>
        <source>只作参考，不划定分区</source>
        <translation>Weighed only, takes no ground</translation>
    </message>
    <message>
        <source>没有规则限制开采。</source>
        <translation>No rule restricts mining.</translation>
    </message>
    <message>
        <source>在缺少 {layers} 的情况下</source>
        <translation>as far as can be said without: {layers}</translation>
    </message>
    <message>
        <source>已核对</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>待核</source>
        <translation>To be checked</translation>
    </message>
    <message>
        <source>{day}（待核）</source>
        <translation>{day} (to be checked)</translation>
    </message>
    <message>
        <source>矿山（按矿种）</source>
        <translation>Mines by mineral</translation>
    </message>
    <message>
        <source>矿山（按状态）</source>
        <translation>Mines by status</translation>
    </message>
    <message>
        <source>矿山符号（矿种）</source>
        <translation>Mine symbols (mineral)</translation>
    </message>
    <message>
        <source>矿山符号（状态）</source>
        <translation>Mine symbols (status)</translation>
    </message>
    <message>
        <source>矿山符号（治理次序）</source>
        <translation>Mine symbols (order of restoration)</translation>
    </message>
    <message>
        <source>开采分区由管控范围与矿产资源区叠加得出，从严划定；上下叠置的资源区分别计入，面积为椭球面积。</source>
        <translation>Zones follow from laying what is under control over the mineral resource areas, the stricter rule winning; resource areas that lie one above the other count separately; areas are on the ellipsoid.</translation>
    </message>
    <message>
        <source>“涉及”为一条规则管到的面积，规则之间有重叠，不能相加；“仅此一条”为只有它管到的面积。</source>
        <translation>&quot;Concerned&quot; is the area that a rule governs; rules overlap and do not add up; &quot;alone&quot; is what no other rule governs.</translation>
    </message>
    <message>
        <source>圆内数字为矿山治理次序：触及法定情形的矿山优先，其余按现状与预测影响的综合得分排序。</source>
        <translation>The number in a circle is the mine's place in the order of restoration: mines with a statutory trigger first, the others by their score from present and expected effects.</translation>
    </message>
    <message>
        <source>评分的权重和距离为工程取值，待核；责任主体由数据推定，以主管部门认定为准。</source>
        <translation>Weights and distances of the score are engineering values, to be checked; who is responsible is inferred from the data, the authority decides.</translation>
    </message>
    <message>
        <source>责任主体由数据推定，以主管部门认定为准。</source>
        <translation>Who is responsible is inferred from the data; the authority decides.</translation>
    </message>
    <message>
        <source>直观可视范围（{rule}）的距离是规划参数，不是法定距离，待核。</source>
        <translation>The distance of the visible range ({rule}) is a planning parameter, not a statutory distance, to be checked.</translation>
    </message>
    <message>
        <source>规则 {rules} 未与法规标准原文核对，待核。</source>
        <translation>Rules {rules} have not been checked against the text of the law or standard: to be checked.</translation>
    </message>
    <message>
        <source>县域矿产资源规划图</source>
        <translation>Mineral resources plan of the county</translation>
    </message>
    <message>
        <source>矿产资源分布</source>
        <translation>Mineral resources</translation>
    </message>
    <message>
        <source>控制线</source>
        <translation>Control lines</translation>
    </message>
    <message>
        <source>禁止开采区占矿产资源区面积</source>
        <translation>Share of the resource areas where mining is prohibited</translation>
    </message>
    <message>
        <source>{cluster}：牵头</source>
        <translation>{cluster}: lead</translation>
    </message>
    <message>
        <source>第 {numbers} 组</source>
        <translation>Cluster {numbers}</translation>
    </message>
    <message>
        <source>县域生态修复和综合整治规划图</source>
        <translation>Ecological restoration and land improvement plan of the county</translation>
    </message>
    <message>
        <source>矿山生态修复分区</source>
        <translation>Mine restoration zones</translation>
    </message>
    <message>
        <source>矿山（数字为治理次序）</source>
        <translation>Mines (number: order of restoration)</translation>
    </message>
    <message>
        <source>生态保护</source>
        <translation>Ecological protection</translation>
    </message>
    <message>
        <source>矿山生态修复重点区（涉及矿山 {mines} 座）</source>
        <translation>Key zones of mine restoration ({mines} mines)</translation>
    </message>
    <message>
        <source>矿山生态修复分区（没有重点区，涉及矿山 {mines} 座）</source>
        <translation>Mine restoration zones (no key zone; {mines} mines)</translation>
    </message>
    <message>
        <source>{count} 处 {area:.1f} 平方公里</source>
        <translation>{count} zones, {area:.1f} km²</translation>
    </message>
    <message>
        <source>{first}等 {count} 座</source>
        <translation>{first} and others, {count} mines</translation>
    </message>
    <message>
        <source>次序</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>责任主体</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>矿山治理次序</source>
        <translation>Order of mine restoration</translation>
    </message>
    <message>
        <source>矿山治理次序（前 {count} 座）</source>
        <translation>Order of mine restoration (first {count})</translation>
    </message>
    <message>
        <source>重点</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>次重点</source>
        <translation>Second</translation>
    </message>
    <message>
        <source>一般</source>
        <translation>General</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>占比（%）</source>
        <translation>Share (%)</translation>
    </message>
    <message>
        <source>禁止开采
（公顷）</source>
        <translation>Prohibited
(ha)</translation>
    </message>
    <message>
        <source>限制开采
（公顷）</source>
        <translation>Restricted
(ha)</translation>
    </message>
    <message>
        <source>允许开采
（公顷）</source>
        <translation>Permitted
(ha)</translation>
    </message>
    <message>
        <source>合计
（公顷）</source>
        <translation>Total
(ha)</translation>
    </message>
    <message>
        <source>禁止占比
（%）</source>
        <translation>Prohibited
(%)</translation>
    </message>
    <message>
        <source>各矿种开采分区面积</source>
        <translation>Mining zones by mineral</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>管控对象</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>效力</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>涉及
（公顷）</source>
        <translation>Concerned
(ha)</translation>
    </message>
    <message>
        <source>仅此一条
（公顷）</source>
        <translation>Alone
(ha)</translation>
    </message>
    <message>
        <source>占用资源区面积最多的规则</source>
        <translation>Rules that take most of the resource areas</translation>
    </message>
    <message>
        <source>标准表“{file}”第 {row} 行“{column}”列的“{value}”不可用；只能是：{allowed}。</source>
        <translation>In table &quot;{file}&quot;, row {row}, column &quot;{column}&quot;: &quot;{value}&quot; cannot be used; it must be one of: {allowed}.</translation>
    </message>
    <message>
        <source>标准表“{file}”第 {row} 行“{column}”列的“{value}”不是日期；请写成 2025-07-01 的样子。</source>
        <translation>In table &quot;{file}&quot;, row {row}, column &quot;{column}&quot;: &quot;{value}&quot; is not a date; write it like 2025-07-01.</translation>
    </message>
    <message>
        <source>标准表“{file}”第 {row} 行“{column}”列的“{value}”是负数；请改正后重试。</source>
        <translation>In table &quot;{file}&quot;, row {row}, column &quot;{column}&quot;: &quot;{value}&quot; is negative; correct it and try again.</translation>
    </message>
    <message>
        <source>{law}{article}</source>
        <translation>{law}, {article}</translation>
    </message>
    <message>
        <source>{source}（待核）</source>
        <translation>{source} (to be checked)</translation>
    </message>
    <message>
        <source>采矿权人</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>年产量</source>
        <translation>Yearly output</translation>
    </message>
    <message>
        <source>剩余储量</source>
        <translation>Reserves left</translation>
    </message>
    <message>
        <source>损毁类型</source>
        <translation>Kind of damage</translation>
    </message>
    <message>
        <source>损毁面积</source>
        <translation>Damaged area</translation>
    </message>
    <message>
        <source>矿山地类</source>
        <translation>Land of the mine</translation>
    </message>
    <message>
        <source>生态补偿</source>
        <translation>Compensation</translation>
    </message>
    <message>
        <source>谁破坏谁恢复、谁得益谁补偿：分两本账测算，不是应缴款的认定。</source>
        <translation>Who damages restores, who benefits pays: two ledgers, calculated, not an assessment of dues.</translation>
    </message>
    <message>
        <source>测算两本账</source>
        <translation>Calculate both ledgers</translation>
    </message>
    <message>
        <source>还没有矿山图层；请先划定整治区，或加载矿山。</source>
        <translation>There is no layer of mines; draw the remediation zones first, or load mines.</translation>
    </message>
    <message>
        <source>没有这一图层，受益账中没有相应的区域。</source>
        <translation>Without it the benefit ledger has no such zones.</translation>
    </message>
    <message>
        <source>土地利用</source>
        <translation>Land use</translation>
    </message>
    <message>
        <source>没有土地利用，按矿山地类字段计。</source>
        <translation>No land use: the land field of the mines counts.</translation>
    </message>
    <message>
        <source>水源保护区</source>
        <translation>Water protection</translation>
    </message>
    <message>
        <source>计提年限</source>
        <translation>Years</translation>
    </message>
    <message>
        <source> 年</source>
        <translation> years</translation>
    </message>
    <message>
        <source>折现率</source>
        <translation>Discount rate</translation>
    </message>
    <message>
        <source>0.04 即每年 4 %；0 为不折现。</source>
        <translation>0.04 is 4 % a year; 0 means no discount.</translation>
    </message>
    <message>
        <source>三调图斑等；有它时不用上面的栅格。</source>
        <translation>Parcels of the land survey; the raster above is not used then.</translation>
    </message>
    <message>
        <source>图斑地类</source>
        <translation>Class of the parcels</translation>
    </message>
    <message>
        <source>请选择地类编码或名称字段。</source>
        <translation>Please choose the field of the land code or name.</translation>
    </message>
    <message>
        <source>没有乡镇界，不按乡镇合计。</source>
        <translation>No town borders: no totals by town.</translation>
    </message>
    <message>
        <source>乡镇名称</source>
        <translation>Name of the town</translation>
    </message>
    <message>
        <source>水源保护区名称</source>
        <translation>Name of the water zone</translation>
    </message>
    <message>
        <source>水源受益方</source>
        <translation>Who benefits of water</translation>
    </message>
    <message>
        <source>自然保护区名称</source>
        <translation>Name of the reserve</translation>
    </message>
    <message>
        <source>自然保护区受益方</source>
        <translation>Who benefits of the reserve</translation>
    </message>
    <message>
        <source>其他区域名称</source>
        <translation>Name of the other zones</translation>
    </message>
    <message>
        <source>其他区域受益方</source>
        <translation>Who benefits of these</translation>
    </message>
    <message>
        <source>历史遗留由谁修复</source>
        <translation>Who restores legacy mines</translation>
    </message>
    <message>
        <source>地类编码</source>
        <translation>Land codes</translation>
    </message>
    <message>
        <source>当量价值</source>
        <translation>Value of an equivalent</translation>
    </message>
    <message>
        <source>修复单价表</source>
        <translation>Unit costs</translation>
    </message>
    <message>
        <source>当量因子表</source>
        <translation>Equivalent factors</translation>
    </message>
    <message>
        <source>融合规划 · 生态补偿（测算）</source>
        <translation>Ronghe · Compensation (calculated)</translation>
    </message>
    <message>
        <source>责任账（测算）</source>
        <translation>Responsibility ledger (calculated)</translation>
    </message>
    <message>
        <source>受益账（测算）</source>
        <translation>Benefit ledger (calculated)</translation>
    </message>
    <message>
        <source>按乡镇和支付方合计（测算）</source>
        <translation>Totals by town and payer (calculated)</translation>
    </message>
    <message>
        <source>点击一行，地图移到该矿山，这里给出测算依据。</source>
        <translation>Click a row: the map moves to the mine, and its basis is shown here.</translation>
    </message>
    <message>
        <source>责任账</source>
        <translation>Responsibility</translation>
    </message>
    <message>
        <source>点击一行，地图移到该保护区，这里给出测算依据。</source>
        <translation>Click a row: the map moves to the zone, and its basis is shown here.</translation>
    </message>
    <message>
        <source>受益账</source>
        <translation>Benefit</translation>
    </message>
    <message>
        <source>按乡镇和支付方合计。</source>
        <translation>Totals by town and payer.</translation>
    </message>
    <message>
        <source>没有可以测算的矿山。</source>
        <translation>No mine to calculate.</translation>
    </message>
    <message>
        <source>没有可以测算的保护区。</source>
        <translation>No zone to calculate.</translation>
    </message>
    <message>
        <source>没有合计。</source>
        <translation>No totals.</translation>
    </message>
    <message>
        <source>{payer}：{cost} 万元，首年计提 {annual} 万元（测算）。</source>
        <translation>{payer}: {cost}×10⁴ yuan, {annual}×10⁴ yuan set aside in the first year (calculated).</translation>
    </message>
    <message>
        <source>按修复费用由高到低</source>
        <translation>By restoration cost, highest first</translation>
    </message>
    <message>
        <source>修复费用 万元</source>
        <translation>Cost 10⁴ yuan</translation>
    </message>
    <message>
        <source>谁来付</source>
        <translation>Who pays</translation>
    </message>
    <message>
        <source>矿山状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>首年计提 万元</source>
        <translation>First year 10⁴ yuan</translation>
    </message>
    <message>
        <source>损毁 公顷</source>
        <translation>Damaged ha</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>按生态服务价值由高到低</source>
        <translation>By service value, highest first</translation>
    </message>
    <message>
        <source>保护区</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>服务价值 万元/年</source>
        <translation>Value 10⁴ yuan/year</translation>
    </message>
    <message>
        <source>面积 公顷</source>
        <translation>Area ha</translation>
    </message>
    <message>
        <source>台账</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>两本台账各算各的，不相加</source>
        <translation>Two ledgers, never added to each other</translation>
    </message>
    <message>
        <source>金额 万</source>
        <translation>Amount 10⁴</translation>
    </message>
    <message>
        <source>测算；单位见后一列</source>
        <translation>Calculated; the unit stands in the next column</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>每年 万元</source>
        <translation>10⁴ yuan a year</translation>
    </message>
    <message>
        <source>处</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>矿山或保护区域数</source>
        <translation>Mines or zones</translation>
    </message>
    <message>
        <source>法规依据</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>各因素对评分的贡献（未列出的为 0）</source>
        <translation>Contributions to the score (0 where not listed)</translation>
    </message>
    <message>
        <source>{area} 公顷</source>
        <translation>{area} ha</translation>
    </message>
    <message>
        <source>第 {rank} 名，权重变动时名次不变；评分 {score}（满分 100）。</source>
        <translation>Rank {rank}, whatever the weights; score {score} of 100.</translation>
    </message>
    <message>
        <source>第 {rank} 名，权重变动时在第 {low} 至第 {high} 名之间；评分 {score}（满分 100）。</source>
        <translation>Rank {rank}, between {low} and {high} as the weights vary; score {score} of 100.</translation>
    </message>
    <message>
        <source>现状{now}，预测{next}。</source>
        <translation>Now {now}, to come {next}.</translation>
    </message>
    <message>
        <source>在取水口“{intake}”上游，沿水流 {km} 公里。</source>
        <translation>Upstream of the intake “{intake}”, {km} km along the water.</translation>
    </message>
    <message>
        <source>整治措施</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>责任主体（谁来治、谁出钱）</source>
        <translation>Responsible (who acts, who pays)</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>影响程度</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>矿区内土地</source>
        <translation>Land within the mine</translation>
    </message>
    <message>
        <source>饮用水水源</source>
        <translation>Drinking water</translation>
    </message>
    <message>
        <source>岩溶提示</source>
        <translation>Karst</translation>
    </message>
    <message>
        <source>与绿色矿山指标的差距</source>
        <translation>Gaps of the green-mine index</translation>
    </message>
    <message>
        <source>“{title}”正在计算，请等它结束。</source>
        <translation>“{title}” is being computed; please wait for its end.</translation>
    </message>
    <message>
        <source>{number} {title} ✓</source>
        <translation>{number} {title} ✓</translation>
    </message>
    <message>
        <source>{number} {title}</source>
        <translation>{number} {title}</translation>
    </message>
    <message>
        <source>“{name}”的像元以度为单位，计算时换算成米；有米制坐标系的高程更准确。</source>
        <translation>The cells of “{name}” are in degrees and are brought to metres for the run; terrain in a metric system is more exact.</translation>
    </message>
    <message>
        <source>找不到文件 {path}；请另选，或清空后用插件自带的表。</source>
        <translation>The file {path} is not there; choose another, or clear it to use the plugin's own table.</translation>
    </message>
    <message>
        <source>{layers}图层中没有要素，按没有该图层处理。</source>
        <translation>No features in: {layers}. Treated as if the layer were not there.</translation>
    </message>
    <message>
        <source>{count} 类图层齐全</source>
        <translation>All {count} layers are there</translation>
    </message>
    <message>
        <source>{there} / {count} 类，缺{missing}</source>
        <translation>{there} of {count}; missing: {missing}</translation>
    </message>
    <message>
        <source>相距不远、中间没有阻隔的石料厂并成一组，每组推荐一家牵头，并写明每一家为什么并入。</source>
        <translation>Quarries near each other with no barrier between form a cluster; each names a lead and why every quarry joined.</translation>
    </message>
    <message>
        <source>划分整合组</source>
        <translation>Form clusters</translation>
    </message>
    <message>
        <source>不选时，不作为阻隔。</source>
        <translation>Not chosen: no barrier.</translation>
    </message>
    <message>
        <source>还没有矿山图层；请选择石料厂。</source>
        <translation>There is no layer of mines; please choose the quarries.</translation>
    </message>
    <message>
        <source>没有矿种字段，全部当作石料厂。</source>
        <translation>No field of the mineral: all count as quarries.</translation>
    </message>
    <message>
        <source>最大间距</source>
        <translation>Farthest apart</translation>
    </message>
    <message>
        <source> 米</source>
        <translation> m</translation>
    </message>
    <message>
        <source>组内最远</source>
        <translation>Farthest in a cluster</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>河流阻隔</source>
        <translation>Rivers bar</translation>
    </message>
    <message>
        <source>干线阻隔</source>
        <translation>Trunk roads bar</translation>
    </message>
    <message>
        <source>乡镇界阻隔</source>
        <translation>Town borders bar</translation>
    </message>
    <message>
        <source>融合规划 · 石料厂整合</source>
        <translation>Ronghe · Quarry clusters</translation>
    </message>
    <message>
        <source>先看法定情形，再按影响评分排序：哪里先治，怎么治，谁来治。</source>
        <translation>Statutory cases first, then by score: what is repaired first, how, and by whom.</translation>
    </message>
    <message>
        <source>划定整治区</source>
        <translation>Draw remediation zones</translation>
    </message>
    <message>
        <source>还没有矿山图层；请加载矿山（点或采矿权范围），或在“数据准备”中指定。</source>
        <translation>There is no layer of mines; load mines (points or mining rights), or name it under “Data”.</translation>
    </message>
    <message>
        <source>没有状态字段，无法区分新建、在建、生产和废弃矿山，一律按状态不明处理。</source>
        <translation>No status field: proposed, new, operating and abandoned mines cannot be told apart; all count as unknown.</translation>
    </message>
    <message>
        <source>没有取水口，不判断矿山是否在水源上游。</source>
        <translation>No intakes: whether mines lie upstream of one is not looked at.</translation>
    </message>
    <message>
        <source>没有高程，不计算水流路径和坡度。</source>
        <translation>No terrain: neither flow nor slope is computed.</translation>
    </message>
    <message>
        <source>影响范围</source>
        <translation>Reach</translation>
    </message>
    <message>
        <source>矿山周边一并整治的范围，规划参数。</source>
        <translation>How far around a mine is treated with it; a planning parameter.</translation>
    </message>
    <message>
        <source>产能</source>
        <translation>Output</translation>
    </message>
    <message>
        <source>损毁地类</source>
        <translation>Damaged land</translation>
    </message>
    <message>
        <source>没有乡镇界，结果不注明乡镇。</source>
        <translation>No towns: the results do not name them.</translation>
    </message>
    <message>
        <source>没有县界，不检查矿山是否在县外。</source>
        <translation>No county border: mines outside the county are not looked for.</translation>
    </message>
    <message>
        <source>上游距离</source>
        <translation>Upstream distance</translation>
    </message>
    <message>
        <source> 公里</source>
        <translation> km</translation>
    </message>
    <message>
        <source>沿水流到取水口，更远的不算上游。</source>
        <translation>Along the water to the intake; farther away is not upstream.</translation>
    </message>
    <message>
        <source>随机种子</source>
        <translation>Random seed</translation>
    </message>
    <message>
        <source>名次区间由 1,000 次随机权重得出；种子相同，结果相同。</source>
        <translation>Rank intervals come from 1,000 random weightings; the same seed gives the same result.</translation>
    </message>
    <message>
        <source>权重表</source>
        <translation>Weights</translation>
    </message>
    <message>
        <source>规则表</source>
        <translation>Rule table</translation>
    </message>
    <message>
        <source>融合规划 · 整治分区</source>
        <translation>Ronghe · Remediation zones</translation>
    </message>
    <message>
        <source>矿山整治次序</source>
        <translation>Mines by rank</translation>
    </message>
    <message>
        <source>点击一行，地图移到该矿山，下面给出它的卡片。</source>
        <translation>Click a row: the map moves to the mine; its card is below.</translation>
    </message>
    <message>
        <source>矿山次序</source>
        <translation>Mines</translation>
    </message>
    <message>
        <source>整治区</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>点击一行，地图移到该区，这里给出理由。</source>
        <translation>Click a row: the map moves to the zone; its reasons are shown here.</translation>
    </message>
    <message>
        <source>共 {mines} 座矿山，划定 {zones} 处整治区，{area} 平方公里。</source>
        <translation>{mines} mines, {zones} remediation zones, {area} km².</translation>
    </message>
    <message>
        <source>没有需要整治的区域。</source>
        <translation>Nothing to remediate.</translation>
    </message>
    <message>
        <source>整治区（{count}）</source>
        <translation>Zones ({count})</translation>
    </message>
    <message>
        <source>没有可以评价的矿山。</source>
        <translation>No mine to judge.</translation>
    </message>
    <message>
        <source>矿山次序（{count}）</source>
        <translation>Mines ({count})</translation>
    </message>
    <message>
        <source>修复费用</source>
        <translation>Restoration cost</translation>
    </message>
    <message>
        <source>{priority}整治区，区内矿山：{mines}。
{reasons}</source>
        <translation>Zone of priority {priority}, mines: {mines}.
{reasons}</translation>
    </message>
    <message>
        <source>{priority} {area} 平方公里</source>
        <translation>{priority} {area} km²</translation>
    </message>
    <message>
        <source>重点、次重点、一般依次排列，面积由大到小</source>
        <translation>By priority, the largest first</translation>
    </message>
    <message>
        <source>矿山 座</source>
        <translation>Mines</translation>
    </message>
    <message>
        <source>有法定情形的在前，其余按评分由高到低</source>
        <translation>Statutory cases first, the others by score</translation>
    </message>
    <message>
        <source>评分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>各因素贡献之和（0–100）</source>
        <translation>Sum of the contributions (0–100)</translation>
    </message>
    <message>
        <source>名次区间</source>
        <translation>Rank interval</translation>
    </message>
    <message>
        <source>权重随机变动 1,000 次，名次所在的区间</source>
        <translation>The ranks it has in 1,000 random weightings</translation>
    </message>
    <message>
        <source>法定情形</source>
        <translation>Statutory case</translation>
    </message>
    <message>
        <source>措施</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>图层</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>类别字段</source>
        <translation>Class field</translation>
    </message>
    <message>
        <source>记入 class_words.csv</source>
        <translation>Keep in class_words.csv</translation>
    </message>
    <message>
        <source>没有写出 class_words.csv：{reason}</source>
        <translation>class_words.csv was not written: {reason}</translation>
    </message>
    <message>
        <source>已写入 {path}</source>
        <translation>Written to {path}</translation>
    </message>
    <message>
        <source>（未指定）</source>
        <translation>(not said)</translation>
    </message>
    <message>
        <source>“{word}” {count} 座</source>
        <translation>“{word}”: {count}</translation>
    </message>
    <message>
        <source>有 {count} 个不认识的状态词，这个字段可能不是状态；下面列出最多的 {listed} 个。</source>
        <translation>{count} status words are not known: this may not be a status field. The {listed} most frequent are listed.</translation>
    </message>
    <message>
        <source>这些状态词不认识，请指定含义，否则按状态不明处理。</source>
        <translation>These status words are not known; say what they mean, or they count as unknown.</translation>
    </message>
    <message>
        <source>下列状态词的含义由本工程指定。</source>
        <translation>This project says what these status words mean.</translation>
    </message>
    <message>
        <source>写到工程旁的词表，工具箱、模型和批处理也能认识</source>
        <translation>Written to the word table beside the project, so that the toolbox, models and batch runs know them too</translation>
    </message>
    <message>
        <source>相关图层</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>{state}（&lt;a href=&quot;layers&quot;&gt;查看与更改&lt;/a&gt;）</source>
        <translation>{state} (&lt;a href=&quot;layers&quot;&gt;view and change&lt;/a&gt;)</translation>
    </message>
    <message>
        <source>参与评价的图层与类别字段</source>
        <translation>Layers and class fields that take part</translation>
    </message>
    <message>
        <source>三区两线可视范围</source>
        <translation>Visible range</translation>
    </message>
    <message>
        <source>从交通干线、河流或城镇边缘看得到哪些地面和矿山。可视距离是规划参数，不是法定距离，请按当地规定核定。</source>
        <translation>Which ground and which mines are seen from trunk roads, rivers or town edges. The distance is a planning parameter, not a statutory one; check it against local rules.</translation>
    </message>
    <message>
        <source>计算可视范围</source>
        <translation>Compute visible range</translation>
    </message>
    <message>
        <source>从哪里看</source>
        <translation>Seen from</translation>
    </message>
    <message>
        <source>请选择道路、铁路、河流或城镇边界。</source>
        <translation>Please choose roads, railways, rivers or town edges.</translation>
    </message>
    <message>
        <source>没有高程，不能判断视线；请加载高程数据。</source>
        <translation>No terrain, no line of sight; please load an elevation model.</translation>
    </message>
    <message>
        <source>看得到什么</source>
        <translation>What is seen</translation>
    </message>
    <message>
        <source>不选矿山时，只给出看得到的地面。</source>
        <translation>Without mines only the visible ground is found.</translation>
    </message>
    <message>
        <source>最远视距</source>
        <translation>Farthest sight</translation>
    </message>
    <message>
        <source>观察点间距</source>
        <translation>Spacing of observers</translation>
    </message>
    <message>
        <source>只看高速公路、国道、省道</source>
        <translation>Trunk roads only</translation>
    </message>
    <message>
        <source>融合规划 · 可视范围</source>
        <translation>Ronghe · Visible range</translation>
    </message>
    <message>
        <source>矿山可见情况</source>
        <translation>Mines in sight</translation>
    </message>
    <message>
        <source>资源区按法规逐条叠加，每一块都写明依据。</source>
        <translation>Resource areas against every rule; each piece says its legal reason.</translation>
    </message>
    <message>
        <source>划定开采分区</source>
        <translation>Draw mining zones</translation>
    </message>
    <message>
        <source>还没有资源区图层；请加载矿产资源区，或在“数据准备”中指定。</source>
        <translation>There is no layer of resource areas; load one, or name it under “Data”.</translation>
    </message>
    <message>
        <source>资源区</source>
        <translation>Resource areas</translation>
    </message>
    <message>
        <source>没有开采方式字段，从严按露天开采处理。</source>
        <translation>No field of the mining method: taken as open pit, the stricter case.</translation>
    </message>
    <message>
        <source>没有高程，可视范围的规则不采用。</source>
        <translation>No terrain: rules about visible ranges are not applied.</translation>
    </message>
    <message>
        <source>最小图斑</source>
        <translation>Least area</translation>
    </message>
    <message>
        <source> 公顷</source>
        <translation> ha</translation>
    </message>
    <message>
        <source>更小的碎块并入邻区，但不越过禁止区。</source>
        <translation>Smaller pieces join a neighbour, never across a prohibition.</translation>
    </message>
    <message>
        <source>可视距离</source>
        <translation>Visible distance</translation>
    </message>
    <message>
        <source>三区两线“直观可视范围”没有法定距离，这是规划参数。</source>
        <translation>The law gives no distance for the visible range; this is a planning parameter.</translation>
    </message>
    <message>
        <source>按规则表</source>
        <translation>As in the rule table</translation>
    </message>
    <message>
        <source>规则时点</source>
        <translation>Law as of</translation>
    </message>
    <message>
        <source>只采用这一天有效的法规条文。</source>
        <translation>Only rules that are law on that day are applied.</translation>
    </message>
    <message>
        <source>园区与选厂</source>
        <translation>Parks and plants</translation>
    </message>
    <message>
        <source>没有园区或选厂，不计运距。</source>
        <translation>No parks or plants: haul is not counted.</translation>
    </message>
    <message>
        <source>距道路最远</source>
        <translation>Farthest from a road</translation>
    </message>
    <message>
        <source>超过即视为无路可运。</source>
        <translation>Farther away counts as no road.</translation>
    </message>
    <message>
        <source>权重：工业布局</source>
        <translation>Weight: industry</translation>
    </message>
    <message>
        <source>权重：运距</source>
        <translation>Weight: haul</translation>
    </message>
    <message>
        <source>权重：安全距离</source>
        <translation>Weight: safety</translation>
    </message>
    <message>
        <source>权重：城镇发展</source>
        <translation>Weight: town growth</translation>
    </message>
    <message>
        <source>权重只用于允许开采区的评分，按合计归一。</source>
        <translation>Weights score the permitted zones only; they are divided by their sum.</translation>
    </message>
    <message>
        <source>融合规划 · 开采分区</source>
        <translation>Ronghe · Mining zones</translation>
    </message>
    <message>
        <source>采用的规则版本</source>
        <translation>Edition of the rules</translation>
    </message>
    <message>
        <source>点击一行，地图移到该资源区的各个分区。</source>
        <translation>Click a row: the map moves to the zones of the resource area.</translation>
    </message>
    <message>
        <source>点击一行，地图移到该分区，这里给出理由和依据。</source>
        <translation>Click a row: the map moves to the zone; reasons and law are shown here.</translation>
    </message>
    <message>
        <source>分区</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>规则占地</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>点击一行，地图移到这条规则占用的分区。</source>
        <translation>Click a row: the map moves to the zones that the rule takes.</translation>
    </message>
    <message>
        <source>未采用</source>
        <translation>Not applied</translation>
    </message>
    <message>
        <source>点击一行，这里说明为什么没有采用。</source>
        <translation>Click a row: why it was not applied is shown here.</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>点击一行，这里给出依据和采用情况。</source>
        <translation>Click a row: its source and use are shown here.</translation>
    </message>
    <message>
        <source>禁止开采区占资源区 {share} %</source>
        <translation>Mining is prohibited on {share} % of the resource areas</translation>
    </message>
    <message>
        <source>禁止 {share} %</source>
        <translation>Prohibited {share} %</translation>
    </message>
    <message>
        <source>限制 {share} %</source>
        <translation>Restricted {share} %</translation>
    </message>
    <message>
        <source>允许 {share} %</source>
        <translation>Permitted {share} %</translation>
    </message>
    <message>
        <source>资源区中没有可以分区的图形。</source>
        <translation>No usable shape among the resource areas.</translation>
    </message>
    <message>
        <source>资源区 {areas} 处，{area} 平方公里，划分为 {zones} 块。</source>
        <translation>{areas} resource areas, {area} km², in {zones} pieces.</translation>
    </message>
    <message>
        <source>没有规则占用资源区。</source>
        <translation>No rule takes any resource area.</translation>
    </message>
    <message>
        <source>没有因缺少图层而未采用的规则。</source>
        <translation>No rule was left out for want of a layer.</translation>
    </message>
    <message>
        <source>未采用 {count}</source>
        <translation>Unused {count}</translation>
    </message>
    <message>
        <source>{resource}：禁止 {prohibited} %，限制 {restricted} %，允许 {permitted} %。</source>
        <translation>{resource}: prohibited {prohibited} %, restricted {restricted} %, permitted {permitted} %.</translation>
    </message>
    <message>
        <source>理由：
{words}</source>
        <translation>Reasons:
{words}</translation>
    </message>
    <message>
        <source>涉及：{words}</source>
        <translation>Concerns: {words}</translation>
    </message>
    <message>
        <source>依据：{words}</source>
        <translation>Basis: {words}</translation>
    </message>
    <message>
        <source>前提：{words}</source>
        <translation>Condition: {words}</translation>
    </message>
    <message>
        <source>运输：{words}</source>
        <translation>Haul: {words}</translation>
    </message>
    <message>
        <source>{rule} {name}：占用资源区 {area} 公顷，其中只因这一条而占用 {alone} 公顷。</source>
        <translation>{rule} {name}: takes {area} ha of the resource areas, {alone} ha of them by this rule alone.</translation>
    </message>
    <message>
        <source>{rule} {name}：{reason}（{layer}）。</source>
        <translation>{rule} {name}: {reason} ({layer}).</translation>
    </message>
    <message>
        <source>起算位置：{words}</source>
        <translation>Measured from: {words}</translation>
    </message>
    <message>
        <source>采用情况：{words}</source>
        <translation>Use: {words}</translation>
    </message>
    <message>
        <source>说明：{words}</source>
        <translation>Note: {words}</translation>
    </message>
    <message>
        <source>禁止开采的比例由高到低</source>
        <translation>By the share prohibited, highest first</translation>
    </message>
    <message>
        <source>禁止 %</source>
        <translation>Prohibited %</translation>
    </message>
    <message>
        <source>限制 %</source>
        <translation>Restricted %</translation>
    </message>
    <message>
        <source>允许 %</source>
        <translation>Permitted %</translation>
    </message>
    <message>
        <source>禁止、限制、允许依次排列，允许区按评分由高到低</source>
        <translation>Prohibited, restricted, permitted; permitted zones by score</translation>
    </message>
    <message>
        <source>只对允许开采区评分（0–100）</source>
        <translation>Only permitted zones are scored (0–100)</translation>
    </message>
    <message>
        <source>运距 公里</source>
        <translation>Haul km</translation>
    </message>
    <message>
        <source>沿道路到最近园区或选厂，“—”为到不了或未计</source>
        <translation>By road to the nearest park or plant; “—” is out of reach or not counted</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>按占用资源区的面积由大到小</source>
        <translation>By the area taken, largest first</translation>
    </message>
    <message>
        <source>占用 公顷</source>
        <translation>Takes ha</translation>
    </message>
    <message>
        <source>规则范围与资源区重叠的面积</source>
        <translation>Area of the resource areas within the rule's reach</translation>
    </message>
    <message>
        <source>独占 公顷</source>
        <translation>Alone ha</translation>
    </message>
    <message>
        <source>只因这一条规则而占用的面积</source>
        <translation>Area taken by this rule alone</translation>
    </message>
    <message>
        <source>占资源区 %</source>
        <translation>Of the areas %</translation>
    </message>
    <message>
        <source>所需图层</source>
        <translation>Layer needed</translation>
    </message>
    <message>
        <source>距离 米</source>
        <translation>Distance m</translation>
    </message>
    <message>
        <source>采用情况</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>施行日期</source>
        <translation>In force since</translation>
    </message>
    <message>
        <source>禁止开采区</source>
        <translation>Prohibited</translation>
    </message>
    <message>
        <source>限制开采区</source>
        <translation>Restricted</translation>
    </message>
    <message>
        <source>允许开采区</source>
        <translation>Permitted</translation>
    </message>
    <message>
        <source>严重</source>
        <translation>severe</translation>
    </message>
    <message>
        <source>较严重</source>
        <translation>moderate</translation>
    </message>
    <message>
        <source>较轻</source>
        <translation>slight</translation>
    </message>
    <message>
        <source>有 {count} 座矿山没有地类资料，未能计价；请选择矿山地类字段，或提供地类图斑、地类栅格后重算。</source>
        <translation>{count} mines have no land-use data and could not be priced; choose the land field of the mines, or give land-use parcels or a land-use raster, and run again.</translation>
    </message>
    <message>
        <source>有 {count} 座矿山没有损毁面积，未能计价；请选择损毁面积字段，或改用有矿区范围的面图层后重算。</source>
        <translation>{count} mines have no damaged area and could not be priced; choose the field of damaged areas, or a polygon layer of the mines, and run again.</translation>
    </message>
    <message>
        <source>有 {count} 座矿山的地类写法不认识，未能计价；请改正地类字段或指定地类编码体系后重算。</source>
        <translation>The land of {count} mines is written in a way that is not known, they could not be priced; correct the land field or choose the code system, and run again.</translation>
    </message>
    <message>
        <source>有 {count} 座矿山的地类在费用表中没有单价，未能计价；请在修复单位费用表中补充后重算。</source>
        <translation>The land of {count} mines has no price in the table of costs, they could not be priced; add it to the table of unit costs and run again.</translation>
    </message>
    <message>
        <source>没有地类资料</source>
        <translation>no land-use data</translation>
    </message>
    <message>
        <source>没有损毁面积</source>
        <translation>no damaged area</translation>
    </message>
    <message>
        <source>地类写法不认识</source>
        <translation>land in unknown words</translation>
    </message>
    <message>
        <source>费用表中没有单价</source>
        <translation>no price in the table of costs</translation>
    </message>
    <message>
        <source>测算：{costs}；{values}。</source>
        <translation>Calculated: {costs}; {values}.</translation>
    </message>
    <message>
        <source>矿山都在县界以外，没有编制修复责任台账</source>
        <translation>all mines lie outside the county, there is no ledger of responsibility</translation>
    </message>
    <message>
        <source>{mines} 座矿山的修复费用都未能计价（主要原因：{reason}）</source>
        <translation>none of the {mines} mines could be priced (main reason: {reason})</translation>
    </message>
    <message>
        <source>{mines} 座矿山的修复费用 {cost} 万元，没有采矿权人字段，其中历史遗留矿山未能认定（{unpriced} 座未能计价，主要原因：{reason}）</source>
        <translation>restoring {mines} mines costs {cost} × 10⁴ yuan; without a field of holders the legacy mines among them could not be told ({unpriced} could not be priced, main reason: {reason})</translation>
    </message>
    <message>
        <source>{mines} 座矿山的修复费用 {cost} 万元，没有采矿权人字段，其中历史遗留矿山未能认定</source>
        <translation>restoring {mines} mines costs {cost} × 10⁴ yuan; without a field of holders the legacy mines among them could not be told</translation>
    </message>
    <message>
        <source>{mines} 座矿山的修复费用 {cost} 万元，其中历史遗留矿山 {public} 万元（{unpriced} 座未能计价，主要原因：{reason}）</source>
        <translation>restoring {mines} mines costs {cost} × 10⁴ yuan, of which legacy mines {public} × 10⁴ yuan ({unpriced} could not be priced, main reason: {reason})</translation>
    </message>
    <message>
        <source>{mines} 座矿山的修复费用 {cost} 万元，其中历史遗留矿山 {public} 万元</source>
        <translation>restoring {mines} mines costs {cost} × 10⁴ yuan, of which legacy mines {public} × 10⁴ yuan</translation>
    </message>
    <message>
        <source>没有给出保护区域，未编制受益补偿台账</source>
        <translation>no protected zones were given, there is no ledger of benefit</translation>
    </message>
    <message>
        <source>{zones} 处保护区域没有可用的地类资料，生态服务价值未能计价。两本台账分列，不相加</source>
        <translation>{zones} protected zones have no usable land-use data, the value of their services could not be calculated. The two ledgers stand apart and are not added</translation>
    </message>
    <message>
        <source>{zones} 处保护区域的生态服务价值每年 {value} 万元，是受益补偿的上限。两本台账分列，不相加</source>
        <translation>the services of {zones} protected zones are worth {value} × 10⁴ yuan a year, the most that those who benefit would pay. The two ledgers stand apart and are not added</translation>
    </message>
    <message>
        <source>由所在县处理</source>
        <translation>The county it lies in</translation>
    </message>
    <message>
        <source>矿山整治清单注明这座矿山在县界以外，未计费用，也不列入合计。</source>
        <translation>The list of mines to be remediated says that this mine lies outside the county: it is not priced and in no total.</translation>
    </message>
    <message>
        <source>矿山图层是矿山整治清单，其中 {count} 座在县界以外（{names}），未计费用，只在责任台账中列出。</source>
        <translation>The layer of mines is the list of mines to be remediated; {count} of them lie outside the county ({names}): they are not priced and only listed in the ledger of responsibility.</translation>
    </message>
    <message>
        <source>没有填写矿山状态。</source>
        <translation>The status of the mine is empty.</translation>
    </message>
    <message>
        <source>没有采矿权人字段，不能认定为历史遗留，须先查明采矿权人。</source>
        <translation>There is no field of holders: the mine cannot be called a legacy mine, the right holder has to be established first.</translation>
    </message>
    <message>
        <source>没有采矿权人字段，{count} 座废弃矿山不能认定为历史遗留，责任人须先查明，没有算出历史遗留矿山的费用；请选定字段后重算。</source>
        <translation>There is no field of holders: {count} abandoned mines cannot be called legacy mines, who is responsible has to be established first, and the cost of legacy mines was not calculated; choose the field and run again.</translation>
    </message>
    <message>
        <source>矿山在本县以外，不属本县台账。</source>
        <translation>The mine lies outside the county and does not belong to its ledger.</translation>
    </message>
    <message>
        <source>矿产资源区之间有 {area} 平方米重叠（例如数字化误差），各自分别划定，面积分别计入。</source>
        <translation>Resource areas overlap by {area} m² (drawing errors, say); each is zoned and counted by itself.</translation>
    </message>
    <message>
        <source>{label}图层的字段“{field}”以“{word}”为单位，已乘以 {scale} 折算为万吨。</source>
        <translation>The field “{field}” of the layer {label} is in {word}; it was multiplied by {scale} to give 10⁴ t.</translation>
    </message>
    <message>
        <source>{label}图层的字段“{field}”以“{word}”为单位，已乘以 {scale} 折算为万立方米。</source>
        <translation>The field “{field}” of the layer {label} is in {word}; it was multiplied by {scale} to give 10⁴ m³.</translation>
    </message>
    <message>
        <source>{label}图层的字段“{field}”中的“{word}”不是认识的单位，数值按原数计；请核对单位。</source>
        <translation>“{word}” in the field “{field}” of the layer {label} is no known unit; the numbers count as they are; please check the unit.</translation>
    </message>
    <message>
        <source>百万吨</source>
        <translation>million tonnes</translation>
    </message>
    <message>
        <source>千吨</source>
        <translation>thousand tonnes</translation>
    </message>
    <message>
        <source>吨</source>
        <translation>tonnes</translation>
    </message>
    <message>
        <source>百万立方米</source>
        <translation>million m³</translation>
    </message>
    <message>
        <source>没有采矿权人字段，无法判断废弃矿山是否历史遗留，责任主体须先查明采矿权人；请选定字段后重算。</source>
        <translation>There is no field of holders: nobody can tell whether abandoned mines are legacy mines, the right holder has to be established first; choose the field and run again.</translation>
    </message>
    <message>
        <source>{text}（分级判据待核）</source>
        <translation>{text} (grading criterion to be checked)</translation>
    </message>
    <message>
        <source>没有选定{title}，采用图层中的“{field}”字段。</source>
        <translation>“{title}” was not chosen; the field “{field}” of the layer is used.</translation>
    </message>
    <message>
        <source>资源区 {number}</source>
        <translation>Resource area {number}</translation>
    </message>
    <message>
        <source>允许开采区没有评分：各评分因子所需的图层（园区、道路、居民区、城镇开发边界）都没有给出。</source>
        <translation>Permitted zones have no score: none of the layers that the factors need (parks, roads, settlements, urban boundary) was given.</translation>
    </message>
    <message>
        <source>有 {count} 个露天资源区（含开采方式不明的）不全在高程数据范围内，范围以外是否看得见无法判断，按看不见处理；请使用覆盖全部资源区的高程数据。</source>
        <translation>{count} resource areas for open pits (or of unknown method) are not wholly covered by the elevation data; beyond it nobody can tell what is seen, and it counts as not seen. Use elevation data that cover all resource areas.</translation>
    </message>
    <message>
        <source>图斑内并入了小于最小图斑面积的碎斑 {area} 公顷，碎斑原有的规则不再列出。</source>
        <translation>Slivers below the least area, {area} ha in all, were merged into this zone; their own rules are not listed.</translation>
    </message>
    <message>
        <source>{layer}（{objects}）</source>
        <translation>{layer} ({objects})</translation>
    </message>
    <message>
        <source>{layer}的类别</source>
        <translation>the classes of {layer}</translation>
    </message>
    <message>
        <source>融合规划 · 出图</source>
        <translation>Ronghe · Sheets</translation>
    </message>
    <message>
        <source>{condition}划定的分区是有条件的，补充资料后须重新划定。</source>
        <translation>Zones drawn on a condition ({condition}) must be drawn again once the data are there.</translation>
    </message>
    <message>
        <source>拟建</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>本项目自定的规则</source>
        <translation>Rule of this project</translation>
    </message>
    <message>
        <source>按规则 {id} 划定。</source>
        <translation>Set by rule {id}.</translation>
    </message>
    <message>
        <source>{title}图层“{name}”的字段“{field}”中有乱码（如“{sample}”），是读取时用错了编码；请在“图层属性 → 数据源”中把编码改为 {encoding}（仍是乱码时改为 {other}），都不行时请从原始数据重新导出。</source>
        <translation>The {title} layer “{name}” has garbled text in its field “{field}” (“{sample}”): it was read in the wrong encoding. Set the encoding to {encoding} under Layer Properties → Source (if it stays garbled, to {other}); if neither helps, export the layer anew from the original data.</translation>
    </message>
    <message>
        <source>乱码</source>
        <translation>Garbled</translation>
    </message>
    <message>
        <source>图层“{wrong}”与“{right}”是同一个县，却相差约 {metres:.0f} 米，正是 GCJ-02（火星坐标）的偏移：“{wrong}”很可能是网络地图的坐标，请以“{right}”为准，或先把“{wrong}”纠偏再用。</source>
        <translation>The layers “{wrong}” and “{right}” show the same county about {metres:.0f} m apart, which is the offset of GCJ-02: “{wrong}” is most likely in the coordinates of a web map; use “{right}”, or take the offset off “{wrong}” first.</translation>
    </message>
    <message>
        <source>坐标偏移</source>
        <translation>Offset</translation>
    </message>
    <message>
        <source>修复费用未能计价</source>
        <translation>the restoration could not be priced</translation>
    </message>
    <message>
        <source>修复 {cost} 万元（另有 {unpriced} 座未能计价）</source>
        <translation>restoration {cost}×10⁴ yuan ({unpriced} more mines without a price)</translation>
    </message>
    <message>
        <source>修复 {cost} 万元</source>
        <translation>restoration {cost}×10⁴ yuan</translation>
    </message>
    <message>
        <source>受益补偿上限 {value} 万元/年</source>
        <translation>benefit at most {value}×10⁴ yuan a year</translation>
    </message>
    <message>
        <source>受益补偿未测算</source>
        <translation>benefit not calculated</translation>
    </message>
    <message>
        <source>测算：{cost}，{value}</source>
        <translation>Calculated: {cost}, {value}</translation>
    </message>
    <message>
        <source>另有 {count} 座在县域以外，不参与排序，列在最后。</source>
        <translation>A further {count} lie outside the county; they are not ranked and stand last.</translation>
    </message>
    <message>
        <source>文字是乱码：图层的编码不对。请在图层属性的“数据源”中改正编码（多为 GB18030）。</source>
        <translation>The text cannot be read: the layer has the wrong encoding. Please correct it under “Source” in the layer properties (mostly GB18030).</translation>
    </message>
    <message>
        <source>占地</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>有 {count} 条规则没有采用，分区是有条件的，见“未采用”。</source>
        <translation>Rules not applied: {count}. The zones are conditional; see “Not applied”.</translation>
    </message>
    <message>
        <source>没有管控图层参与，还不能判断哪里禁止开采</source>
        <translation>No layer of any rule took part: where mining is prohibited cannot be said yet</translation>
    </message>
    <message>
        <source>图层已被移除，计算已取消。</source>
        <translation>A layer was removed; the calculation was cancelled.</translation>
    </message>
    <message>
        <source>结果已存入 {path}。</source>
        <translation>The results are kept in {path}.</translation>
    </message>
    <message>
        <source>结果是临时图层，关闭 QGIS 就会丢失；要保留，请填写“更多”中的“结果存入”再计算。</source>
        <translation>The results are temporary layers and are lost when QGIS closes; to keep them, fill in &quot;Keep results in&quot; under &quot;More&quot; and compute again.</translation>
    </message>
    <message>
        <source>结果是临时图层，关闭 QGIS 就会丢失；要保留，请把图层另存。</source>
        <translation>The results are temporary layers and are lost when QGIS closes; to keep them, save the layers.</translation>
    </message>
    <message>
        <source>融合规划_{title}.gpkg</source>
        <translation>Ronghe_{title}.gpkg</translation>
    </message>
    <message>
        <source>保存到 GeoPackage（同名的上次结果会被替换，其他表不动）</source>
        <translation>Save to a GeoPackage (earlier results of the same name are replaced, other tables are left alone)</translation>
    </message>
    <message>
        <source>{id}，{law}：{reason}</source>
        <translation>{id}, {law}: {reason}</translation>
    </message>
    <message>
        <source>正在为缺少的格局要素提出建议</source>
        <translation>Proposing what is missing</translation>
    </message>
    <message>
        <source>正在核对格局要素</source>
        <translation>Checking the elements</translation>
    </message>
    <message>
        <source>正在评定城镇等级</source>
        <translation>Ranking the towns</translation>
    </message>
    <message>
        <source>正在叠加三类空间</source>
        <translation>Overlaying the three spaces</translation>
    </message>
    <message>
        <source>正在平衡面积</source>
        <translation>Balancing the areas</translation>
    </message>
    <message>
        <source>正在核对控制线</source>
        <translation>Checking the control lines</translation>
    </message>
    <message>
        <source>出图前检查：{title}</source>
        <translation>Checks before the export: {title}</translation>
    </message>
    <message>
        <source>{message}{advice}</source>
        <translation>{message} {advice}</translation>
    </message>
    <message>
        <source>一键成果（计算、图集和报告）</source>
        <translation>County plan in one run (calculations, booklet, report)</translation>
    </message>
    <message>
        <source>输出文件夹</source>
        <translation>Output folder</translation>
    </message>
    <message>
        <source>图件代号（用逗号分开，不填为全部可出的）</source>
        <translation>Ids of sheets (separated by commas; empty: all that can be drawn)</translation>
    </message>
    <message>
        <source>总体格局口号（如：双核引领、两园驱动、一屏六廊）</source>
        <translation>Slogan (such as 双核引领、两园驱动、一屏六廊)</translation>
    </message>
    <message>
        <source>要做的计算（算法代号用逗号分开，不填为全部）</source>
        <translation>Calculations (ids of algorithms separated by commas; empty: all)</translation>
    </message>
    <message>
        <source>服务覆盖的像元尺寸（米，0 为采用高程数据的像元）</source>
        <translation>Cell of service coverage (m; 0: the cell of the terrain)</translation>
    </message>
    <message>
        <source>成果数据（GeoPackage）</source>
        <translation>Results (GeoPackage)</translation>
    </message>
    <message>
        <source>图集（PDF）</source>
        <translation>Booklet (PDF)</translation>
    </message>
    <message>
        <source>成果报告（HTML）</source>
        <translation>Report (HTML)</translation>
    </message>
    <message>
        <source>完成的计算项数</source>
        <translation>Calculations done</translation>
    </message>
    <message>
        <source>图件页数</source>
        <translation>Pages of sheets</translation>
    </message>
    <message>
        <source>导出 {sheets} 张图件共 {pages} 页（{format}，{paper}），{skipped} 张没有导出</source>
        <translation>Sheets exported: {sheets}, pages: {pages} ({format}, {paper}); not exported: {skipped}</translation>
    </message>
    <message>
        <source>《{sheet}》{why}</source>
        <translation>{sheet}: {why}</translation>
    </message>
    <message>
        <source>不分幅</source>
        <translation>None</translation>
    </message>
    <message>
        <source>按乡镇</source>
        <translation>By town</translation>
    </message>
    <message>
        <source>按设施类型</source>
        <translation>By kind of facility</translation>
    </message>
    <message>
        <source>按整治区</source>
        <translation>By zone of remediation</translation>
    </message>
    <message>
        <source>按村</source>
        <translation>By village</translation>
    </message>
    <message>
        <source>图集</source>
        <translation>Atlas</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>分辨率（dpi）</source>
        <translation>Resolution (dpi)</translation>
    </message>
    <message>
        <source>合成一册 PDF</source>
        <translation>One PDF of all sheets</translation>
    </message>
    <message>
        <source>出图前检查</source>
        <translation>Check before the export</translation>
    </message>
    <message>
        <source>有错误也导出</source>
        <translation>Export in spite of errors</translation>
    </message>
    <message>
        <source>同时导出的进程数（0 为自动）</source>
        <translation>Processes that draw at the same time (0: automatic)</translation>
    </message>
    <message>
        <source>导出的文件</source>
        <translation>Exported files</translation>
    </message>
    <message>
        <source>图件目录（CSV）</source>
        <translation>List of sheets (CSV)</translation>
    </message>
    <message>
        <source>页数</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>没有导出的图件或页数</source>
        <translation>Sheets or pages not exported</translation>
    </message>
    <message>
        <source>出图</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>规划名称（不填取工程中的，下同）</source>
        <translation>Title of the plan (empty: as kept in the project; likewise below)</translation>
    </message>
    <message>
        <source>编制单位</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>制图单位</source>
        <translation>Drawn by</translation>
    </message>
    <message>
        <source>日期（照写在图上）</source>
        <translation>Date (as it is to be printed)</translation>
    </message>
    <message>
        <source>密级</source>
        <translation>Secrecy</translation>
    </message>
    <message>
        <source>审图号</source>
        <translation>Number of the map approval</translation>
    </message>
    <message>
        <source>风向频率（8 或 16 个数，从北顺时针）</source>
        <translation>Wind frequencies (8 or 16 numbers, from north clockwise)</translation>
    </message>
    <message>
        <source>幅面（A4—A0，可加“竖”，或宽×高毫米）</source>
        <translation>Paper (A4 to A0, &quot;portrait&quot; may follow, or width×height in mm)</translation>
    </message>
    <message>
        <source>《{sheet}》没有画成：{why}</source>
        <translation>&quot;{sheet}&quot; could not be drawn: {why}</translation>
    </message>
    <message>
        <source>《{sheet}》：{why}</source>
        <translation>&quot;{sheet}&quot;: {why}</translation>
    </message>
    <message>
        <source>完成 {runs} 项计算、{pages} 页图件；成果在“{folder}”中</source>
        <translation>Calculations: {runs}, pages of sheets: {pages}; the results are in &quot;{folder}&quot;</translation>
    </message>
    <message>
        <source>成果数据</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>本县及全部数据均为虚构，仅供培训与测试。</source>
        <translation>The county and all its data are made up, for training and tests only.</translation>
    </message>
    <message>
        <source>{plan}成果报告</source>
        <translation>{plan}: report</translation>
    </message>
    <message>
        <source>县域规划</source>
        <translation>County plan</translation>
    </message>
    <message>
        <source>没有找到这个算法；请重新启用插件。</source>
        <translation>This algorithm was not found; enable the plugin again.</translation>
    </message>
    <message>
        <source>“{step}”没有运行：{why}</source>
        <translation>&quot;{step}&quot; was not run: {why}</translation>
    </message>
    <message>
        <source>开始“{step}”</source>
        <translation>Starting &quot;{step}&quot;</translation>
    </message>
    <message>
        <source>原因不明，详情见日志。</source>
        <translation>for an unknown reason; see the log.</translation>
    </message>
    <message>
        <source>“{step}”没有完成：{why}</source>
        <translation>&quot;{step}&quot; was not completed: {why}</translation>
    </message>
    <message>
        <source>{result}·{run}</source>
        <translation>{result} · {run}</translation>
    </message>
    <message>
        <source>是</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>no</translation>
    </message>
    <message>
        <source>没有这样的图件。</source>
        <translation>There is no such sheet.</translation>
    </message>
    <message>
        <source>道路车速</source>
        <translation>road speeds</translation>
    </message>
    <message>
        <source>采矿法规</source>
        <translation>mining law</translation>
    </message>
    <message>
        <source>允许区评分</source>
        <translation>scores of permitted areas</translation>
    </message>
    <message>
        <source>整治评分因子</source>
        <translation>factors of remediation</translation>
    </message>
    <message>
        <source>修复单价</source>
        <translation>unit costs of restoration</translation>
    </message>
    <message>
        <source> 或 </source>
        <translation> or </translation>
    </message>
    <message>
        <source>缺少：{what}。</source>
        <translation>Missing: {what}.</translation>
    </message>
    <message>
        <source>道路图层中没有认得出的高速公路、国道、省道，不计算可视范围。</source>
        <translation>No expressway, national or provincial road is known in the layer of roads; the visible range is not computed.</translation>
    </message>
    <message>
        <source>没有给出总体格局口号，不生成总体格局。</source>
        <translation>No slogan of the spatial structure is given; none is made.</translation>
    </message>
    <message>
        <source>主要数据</source>
        <translation>Main figures</translation>
    </message>
    <message>
        <source>计算情况</source>
        <translation>Calculations</translation>
    </message>
    <message>
        <source>图件</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>没有做的</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>数据来源与参数</source>
        <translation>Data and settings</translation>
    </message>
    <message>
        <source>生成于 {created}</source>
        <translation>Made on {created}</translation>
    </message>
    <message>
        <source>由融合规划 {version} 生成。数字取自所列图层和参数，测算结果供编制时参考，不是审批或认定的依据；标“待核”的，所依据的标准取值尚未全部核对原文。</source>
        <translation>Made by Ronghe {version}. The figures come from the layers and settings listed; estimates are for drafting and decide nothing. What is marked &quot;to be checked&quot; rests on values of standards that have not all been compared with their text.</translation>
    </message>
    <message>
        <source>{run}（{standards}）</source>
        <translation>{run} ({standards})</translation>
    </message>
    <message>
        <source>标“待核”的计算用到了尚未核对原文的取值：{runs}。</source>
        <translation>Calculations marked &quot;to be checked&quot; used values that have not been compared with the text of the standard: {runs}.</translation>
    </message>
    <message>
        <source>计算</source>
        <translation>Calculation</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>单位或说明</source>
        <translation>Unit or remark</translation>
    </message>
    <message>
        <source>完成，用时 {seconds} 秒</source>
        <translation>done in {seconds} s</translation>
    </message>
    <message>
        <source>没有完成</source>
        <translation>not completed</translation>
    </message>
    <message>
        <source>{title}：{layer}</source>
        <translation>{title}: {layer}</translation>
    </message>
    <message>
        <source>所用图层——{layers}。</source>
        <translation>Layers used: {layers}.</translation>
    </message>
    <message>
        <source>图集第 {page} 页</source>
        <translation>page {page} of the booklet</translation>
    </message>
    <message>
        <source>《{sheet}》</source>
        <translation>{sheet}</translation>
    </message>
    <message>
        <source>计算或图件</source>
        <translation>Calculation or sheet</translation>
    </message>
    <message>
        <source>没有发现问题。</source>
        <translation>No problem was found.</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>发现</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>怎么办</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>{title}：{file}</source>
        <translation>{title}: {file}</translation>
    </message>
    <message>
        <source>{title}：{value}</source>
        <translation>{title}: {value}</translation>
    </message>
    <message>
        <source>取值——{settings}。</source>
        <translation>Settings: {settings}.</translation>
    </message>
    <message>
        <source>万{unit}</source>
        <translation>10,000 {unit}</translation>
    </message>
    <message>
        <source>{number}. {text}</source>
        <translation>{number}. {text}</translation>
    </message>
    <message>
        <source>出图前检查发现 {count} 处错误，没有导出：
{errors}
改正后重试，或勾选“有错误也导出”。</source>
        <translation>Errors found by the checks before the export: {count}; nothing was exported:
{errors}
Mend them and try again, or tick &quot;Export in spite of errors&quot;.</translation>
    </message>
    <message>
        <source>没有可以导出的图件；请先加载图层，并在“数据准备”中指定各图层的用途。</source>
        <translation>No sheet can be exported; load the layers and give them their roles in &quot;Data&quot;.</translation>
    </message>
    <message>
        <source>没有可以导出的图件：{missing}。请加载所缺的图层并在“数据准备”中指定，或先完成相应的计算。</source>
        <translation>No sheet can be exported: {missing}. Load the missing layers and give them their roles in &quot;Data&quot;, or do the calculations first.</translation>
    </message>
    <message>
        <source>已取消，没有导出任何文件。</source>
        <translation>Cancelled; no file was exported.</translation>
    </message>
    <message>
        <source>已取消；已完成的 {count} 页保存在“{folder}”中。</source>
        <translation>Cancelled; the {count} finished pages are in &quot;{folder}&quot;.</translation>
    </message>
    <message>
        <source>没有一页画成：{failed}</source>
        <translation>No page could be drawn: {failed}</translation>
    </message>
    <message>
        <source>工程中没有可以计算、也没有可以出图的图层；请先加载县界、乡镇、村庄、道路等图层，并在“数据准备”中指定用途。</source>
        <translation>The project has no layer to compute or draw from; load boundary, towns, villages, roads and the like, and give them their roles in &quot;Data&quot;.</translation>
    </message>
    <message>
        <source>没有打开工程，无从得知各图层的用途；请先打开工程（命令行请给出 --project_path）。</source>
        <translation>No project is open, so the roles of layers are not known; open the project first (on the command line, give --project_path).</translation>
    </message>
    <message>
        <source>没有这样的计算：{names}；可用的代号：{known}。</source>
        <translation>There is no such calculation: {names}; the ids are {known}.</translation>
    </message>
    <message>
        <source>插件建议，须由规划人员确认。</source>
        <translation>Proposed by the plugin; for planners to confirm.</translation>
    </message>
    <message>
        <source>{side}翼</source>
        <translation>{side} wing</translation>
    </message>
    <message>
        <source>{side}部屏障</source>
        <translation>{side} screen</translation>
    </message>
    <message>
        <source>{first}—{last}发展轴</source>
        <translation>{first}–{last} axis</translation>
    </message>
    <message>
        <source>{name}发展轴</source>
        <translation>{name} axis</translation>
    </message>
    <message>
        <source>{name}生态廊道</source>
        <translation>{name} ecological corridor</translation>
    </message>
    <message>
        <source>{name}廊道</source>
        <translation>{name} corridor</translation>
    </message>
    <message>
        <source>{name}{theme}{noun}</source>
        <translation>{name} {theme}{noun}</translation>
    </message>
    <message>
        <source>{name}屏障</source>
        <translation>{name} screen</translation>
    </message>
    <message>
        <source>{name}环</source>
        <translation>{name} ring</translation>
    </message>
    <message>
        <source>{name}片区</source>
        <translation>{name} zone</translation>
    </message>
    <message>
        <source>{name}流域</source>
        <translation>{name} basin</translation>
    </message>
    <message>
        <source>{name}组团</source>
        <translation>{name} cluster</translation>
    </message>
    <message>
        <source>东北</source>
        <translation>north-east</translation>
    </message>
    <message>
        <source>东</source>
        <translation>east</translation>
    </message>
    <message>
        <source>东南</source>
        <translation>south-east</translation>
    </message>
    <message>
        <source>南</source>
        <translation>south</translation>
    </message>
    <message>
        <source>西南</source>
        <translation>south-west</translation>
    </message>
    <message>
        <source>西</source>
        <translation>west</translation>
    </message>
    <message>
        <source>西北</source>
        <translation>north-west</translation>
    </message>
    <message>
        <source>{town}在城镇等级中居首位{level}{people}。</source>
        <translation>{town} is first in the hierarchy of towns{level}{people}.</translation>
    </message>
    <message>
        <source>{town}在城镇等级中居第 {number} 位{level}{people}。</source>
        <translation>{town} is number {number} in the hierarchy of towns{level}{people}.</translation>
    </message>
    <message>
        <source>{town}在城镇等级中居第 {number} 位，作为节点{level}{people}。</source>
        <translation>{town}, number {number} in the hierarchy of towns, as a node{level}{people}.</translation>
    </message>
    <message>
        <source>沿干线道路“{road}”，县内长 {km} 公里。</source>
        <translation>Along the trunk road &quot;{road}&quot;, {km} km in the county.</translation>
    </message>
    <message>
        <source>沿道路串联{places}等产业园区和城镇，长 {km} 公里。</source>
        <translation>Joins parks and towns along roads: {places}; {km} km.</translation>
    </message>
    <message>
        <source>沿道路串联{places}等景区和城镇，长 {km} 公里。</source>
        <translation>Joins scenic areas and towns along roads: {places}; {km} km.</translation>
    </message>
    <message>
        <source>连接 {towns} 个乡镇中相邻的乡镇，共 {links} 条联系。</source>
        <translation>Joins neighbouring towns (towns: {towns}, links: {links}).</translation>
    </message>
    <message>
        <source>环绕{core}，串联周边的{towns}。</source>
        <translation>Around {core}, through {towns}.</translation>
    </message>
    <message>
        <source>以{core}为中心，半径约 {km} 公里，只示意范围。</source>
        <translation>Around {core} with a radius of about {km} km; schematic.</translation>
    </message>
    <message>
        <source>以{around}为中心，由{towns}组成；外包线只示意范围。</source>
        <translation>Around {around}, made up of {towns}; the outline is schematic.</translation>
    </message>
    <message>
        <source>沿山脊{ridge}，长 {km} 公里。</source>
        <translation>Along the ridge {ridge}, {km} km.</translation>
    </message>
    <message>
        <source>以{around}为中心，由{towns}组成，面积 {km2} 平方公里；各片区合起来铺满县域。</source>
        <translation>Around {around}, made up of {towns}, {km2} km²; the zones together fill the county.</translation>
    </message>
    <message>
        <source>以{around}为中心的乡镇（{towns}）中已绘片区以外的部分，面积 {km2} 平方公里。</source>
        <translation>What drawn zones leave of the towns around {around} ({towns}), {km2} km².</translation>
    </message>
    <message>
        <source>{around}流经或邻近的{towns}，面积 {km2} 平方公里。</source>
        <translation>{towns}, through or near which {around} flows, {km2} km².</translation>
    </message>
    <message>
        <source>，等级为{level}</source>
        <translation>, of the level {level}</translation>
    </message>
    <message>
        <source>，人口 {people} 人</source>
        <translation>, with {people} people</translation>
    </message>
    <message>
        <source>沿道路连接{towns}，长 {km} 公里。</source>
        <translation>Joins {towns} along roads, {km} km.</translation>
    </message>
    <message>
        <source>沿道路连接{towns}，经过主核，长 {km} 公里；所含联系占各乡镇引力联系总和的 {share} %。</source>
        <translation>Joins {towns} along roads, through the main core, {km} km; its links hold {share} % of the gravity links of all towns.</translation>
    </message>
    <message>
        <source>沿道路连接{towns}，长 {km} 公里；所含联系占各乡镇引力联系总和的 {share} %。</source>
        <translation>Joins {towns} along roads, {km} km; its links hold {share} % of the gravity links of all towns.</translation>
    </message>
    <message>
        <source>沿{river}，县内干流长 {km} 公里。</source>
        <translation>Along {river}, whose main stem runs {km} km in the county.</translation>
    </message>
    <message>
        <source>沿{river}（{level} 级河流），县内干流长 {km} 公里。</source>
        <translation>Along {river} (level {level}), whose main stem runs {km} km in the county.</translation>
    </message>
    <message>
        <source>位于{core}的{side}侧，只示意方向。</source>
        <translation>To the {side} of {core}; only the direction is meant.</translation>
    </message>
    <message>
        <source>位于{core}的{side}侧，包括{towns}，只示意方向。</source>
        <translation>To the {side} of {core}, with {towns}; only the direction is meant.</translation>
    </message>
    <message>
        <source>现有的{park}，面积 {area} 公顷。</source>
        <translation>{park}, which exists, {area} ha.</translation>
    </message>
    <message>
        <source>现有的{park}。</source>
        <translation>{park}, which exists.</translation>
    </message>
    <message>
        <source>县域{side}部边缘的高地，长约 {km} 公里</source>
        <translation>High ground along the {side} rim of the county, about {km} km long</translation>
    </message>
    <message>
        <source>平均高程 {height} 米（全县 {county} 米）</source>
        <translation>mean height {height} m (county: {county} m)</translation>
    </message>
    <message>
        <source>有{peaks}</source>
        <translation>with {peaks}</translation>
    </message>
    <message>
        <source>涉及{reserves}</source>
        <translation>touching {reserves}</translation>
    </message>
    <message>
        <source>{parts}。</source>
        <translation>{parts}.</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>给出乡镇图层后，插件可以提出建议。</source>
        <translation>With a layer of towns the plugin can make proposals.</translation>
    </message>
    <message>
        <source>给出乡镇图层，或先画出主核，插件可以提出建议。</source>
        <translation>With a layer of towns, or once the main core is drawn, the plugin can make proposals.</translation>
    </message>
    <message>
        <source>给出乡镇和道路图层后，插件可以提出建议。</source>
        <translation>With layers of towns and roads the plugin can make proposals.</translation>
    </message>
    <message>
        <source>给出河流图层（有名称字段）后，插件可以提出建议。</source>
        <translation>With a layer of rivers that have names the plugin can make proposals.</translation>
    </message>
    <message>
        <source>给出产业园区图层后，插件可以提出建议。</source>
        <translation>With a layer of parks the plugin can make proposals.</translation>
    </message>
    <message>
        <source>给出县界，以及高程或山峰图层后，插件可以提出建议。</source>
        <translation>With the county boundary and a layer of elevation or peaks the plugin can make proposals.</translation>
    </message>
    <message>
        <source>县内只有 {towns} 个乡镇，已有 {taken} 个是核、极或节点。</source>
        <translation>Towns in the county: {towns}; already cores, poles or nodes: {taken}.</translation>
    </message>
    <message>
        <source>乡镇之间没有更多互不重复的联系可作轴线。</source>
        <translation>There are no more links between towns that would be an axis of their own.</translation>
    </message>
    <message>
        <source>没有更多互不重复的干线道路可以依托。</source>
        <translation>There is no further trunk road of its own to follow.</translation>
    </message>
    <message>
        <source>有名称的河流只有 {rivers} 条，较长而又未用的不够。</source>
        <translation>Rivers with names: {rivers}; too few of them are long enough and not used yet.</translation>
    </message>
    <message>
        <source>园区图层中只有 {parks} 个园区。</source>
        <translation>The layer of parks has only {parks}.</translation>
    </message>
    <message>
        <source>山脊只有 {ridges} 条。</source>
        <translation>Ridges: {ridges}, no more.</translation>
    </message>
    <message>
        <source>县域边缘没有更多明显高起的地段。</source>
        <translation>The rim of the county has no further stretch that stands out in height.</translation>
    </message>
    <message>
        <source>翼只能建议核的两侧，共两个。</source>
        <translation>Wings can only be proposed on the two sides of a core.</translation>
    </message>
    <message>
        <source>县内只有 {towns} 个乡镇，片区不能比乡镇多。</source>
        <translation>Towns in the county: {towns}; there cannot be more zones than towns.</translation>
    </message>
    <message>
        <source>县内只有 {towns} 个乡镇，组团不能比乡镇多。</source>
        <translation>Towns in the county: {towns}; there cannot be more clusters than towns.</translation>
    </message>
    <message>
        <source>这类要素须由规划人员自行绘制。</source>
        <translation>Elements of this kind are for planners to draw.</translation>
    </message>
    <message>
        <source>相符</source>
        <translation>as it should be</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>for attention</translation>
    </message>
    <message>
        <source>不符</source>
        <translation>not as it should be</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>轴的端点</source>
        <translation>Ends of axes</translation>
    </message>
    <message>
        <source>廊道走向</source>
        <translation>Course of corridors</translation>
    </message>
    <message>
        <source>片区铺满县域</source>
        <translation>Zones fill the county</translation>
    </message>
    <message>
        <source>县域范围</source>
        <translation>Within the county</translation>
    </message>
    <message>
        <source>未归入的要素</source>
        <translation>Elements without a clause</translation>
    </message>
    <message>
        <source>不是格局要素的词</source>
        <translation>No element of a structure</translation>
    </message>
    <message>
        <source>“{clause}”{wanted}，已绘 {drawn} 个，相符。</source>
        <translation>&quot;{clause}&quot; {wanted}: {drawn} drawn, as it should be.</translation>
    </message>
    <message>
        <source>“{clause}”{wanted}，已绘 {drawn} 个，插件建议 {proposed} 个；请逐个确认或修改建议的要素。</source>
        <translation>&quot;{clause}&quot; {wanted}: {drawn} drawn, {proposed} proposed by the plugin. Confirm or change each proposal.</translation>
    </message>
    <message>
        <source>“{clause}”{wanted}，已绘 {drawn} 个，多 {surplus} 个；请删去多余的要素，或修改口号。</source>
        <translation>&quot;{clause}&quot; {wanted}: {drawn} drawn, {surplus} too many. Delete what is too much, or change the slogan.</translation>
    </message>
    <message>
        <source>“{clause}”{wanted}，已绘 {drawn} 个，插件建议 {proposed} 个，还缺 {lacking} 个；请补绘。{advice}</source>
        <translation>&quot;{clause}&quot; {wanted}: {drawn} drawn, {proposed} proposed by the plugin, {lacking} missing. Draw them. {advice}</translation>
    </message>
    <message>
        <source>“{clause}”{wanted}，已绘 {drawn} 个，还缺 {lacking} 个；请补绘。{advice}</source>
        <translation>&quot;{clause}&quot; {wanted}: {drawn} drawn, {lacking} missing. Draw them. {advice}</translation>
    </message>
    <message>
        <source>应至少有 {count} 个</source>
        <translation>takes at least {count}</translation>
    </message>
    <message>
        <source>应有 {count} 个</source>
        <translation>takes {count}</translation>
    </message>
    <message>
        <source>没有核、极或节点，“{clause}”的端点无从核对；请先确定核或节点。</source>
        <translation>There is no core, pole or node to hold the ends of &quot;{clause}&quot; against. Settle cores or nodes first.</translation>
    </message>
    <message>
        <source>“{clause}”有 {count} 条距核和节点都超过 {limit} 公里（{names}），请核对走向。</source>
        <translation>{count} of &quot;{clause}&quot; lie more than {limit} km from any core or node ({names}). Check their course.</translation>
    </message>
    <message>
        <source>“{clause}”有 {count} 条的一端不在核、节点、乡镇或县界附近（{names}），请延长或截短。</source>
        <translation>{count} of &quot;{clause}&quot; have an end that is near no core, node, town or county boundary ({names}). Lengthen or shorten them.</translation>
    </message>
    <message>
        <source>“{clause}”都连着核或节点（{limit} 公里以内），各端到达核、节点、乡镇或县界。</source>
        <translation>&quot;{clause}&quot; all reach a core or node (within {limit} km); their ends are at a core, node, town or the county boundary.</translation>
    </message>
    <message>
        <source>没有给出河流和道路，“{clause}”是否沿河沿路无从核对；请选择河流或道路图层。</source>
        <translation>Neither rivers nor roads were given, so that the course of &quot;{clause}&quot; cannot be checked. Choose a layer of rivers or roads.</translation>
    </message>
    <message>
        <source>{name} {share} %</source>
        <translation>{name} {share} %</translation>
    </message>
    <message>
        <source>“{clause}”有 {count} 条沿河流或道路 {limit} 米以内的长度不到 {least} %（{names}）；请核对走向。</source>
        <translation>{count} of &quot;{clause}&quot; run within {limit} m of a river or road for less than {least} % of their length ({names}). Check their course.</translation>
    </message>
    <message>
        <source>“{clause}”沿河流或道路 {limit} 米以内的长度都在 {least} % 以上。</source>
        <translation>Each element of &quot;{clause}&quot; runs within {limit} m of a river or road for at least {least} % of its length.</translation>
    </message>
    <message>
        <source>“{clause}”是示意，合计 {total} 平方公里，不与县域面积 {county} 平方公里核对。</source>
        <translation>&quot;{clause}&quot; is schematic: {total} km² in all, not held against the {county} km² of the county.</translation>
    </message>
    <message>
        <source>“{clause}”合计 {total} 平方公里，县域 {county} 平方公里；空缺 {gap} %，重叠 {overlap} %，铺满县域。</source>
        <translation>&quot;{clause}&quot; adds up to {total} km², the county is {county} km²; gaps {gap} %, overlaps {overlap} %: the zones fill the county.</translation>
    </message>
    <message>
        <source>“{clause}”合计 {total} 平方公里，县域 {county} 平方公里；空缺 {gap} %，重叠 {overlap} %，应各在 1 % 以内。请修改片区界线；只是示意的，请在名称中写明“示意”。</source>
        <translation>&quot;{clause}&quot; adds up to {total} km², the county is {county} km²; gaps {gap} %, overlaps {overlap} %, where at most 1 % each is right. Correct the outlines of the zones; if they are schematic, write 示意 into their names.</translation>
    </message>
    <message>
        <source>“{clause}”有 {count} 个要素全在县域以外（{names}）；请核对坐标系和位置。</source>
        <translation>{count} elements of &quot;{clause}&quot; lie wholly outside the county ({names}). Check their coordinate system and place.</translation>
    </message>
    <message>
        <source>“{clause}”有 {count} 个要素部分在县域以外（{names}）；请核对是否应在县界处截断。</source>
        <translation>{count} elements of &quot;{clause}&quot; lie partly outside the county ({names}). See whether they should end at the boundary.</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>&quot;{text}&quot;</translation>
    </message>
    <message>
        <source>图层“{layer}”有 {count} 个要素没有写明属于哪个格局要素（要素编号 {fids}），未归入；请在格局字段中填写，如 核、六廊 或序号。</source>
        <translation>{count} features of the layer &quot;{layer}&quot; do not say which clause they belong to (numbers {fids}) and belong to none. Write it into the role field: 核, 六廊 or the number of the clause.</translation>
    </message>
    <message>
        <source>图层“{layer}”有 {count} 个要素写的是“{word}”（要素编号 {fids}），口号中没有，未归入；请改写，或修改口号。</source>
        <translation>{count} features of the layer &quot;{layer}&quot; say &quot;{word}&quot; (numbers {fids}), which is not in the slogan, and belong to no clause. Correct them, or change the slogan.</translation>
    </message>
    <message>
        <source>图层“{layer}”有 {count} 个要素写的是“{word}”（要素编号 {fids}），可属于{clauses}，未归入；请改写为序号。</source>
        <translation>{count} features of the layer &quot;{layer}&quot; say &quot;{word}&quot; (numbers {fids}), which may be {clauses}, and belong to no clause. Write the number of the clause instead.</translation>
    </message>
    <message>
        <source>图层“{layer}”有 {count} 个要素写的是“{word}”（要素编号 {fids}），但{clauses}应以{geometry}表示，未归入；请改绘。</source>
        <translation>{count} features of the layer &quot;{layer}&quot; say &quot;{word}&quot; (numbers {fids}), but {clauses} is drawn as a {geometry}; they belong to no clause. Draw them again.</translation>
    </message>
    <message>
        <source>“{phrase}”不是空间格局要素：{reason}。</source>
        <translation>&quot;{phrase}&quot; is no element of a spatial structure. {reason}.</translation>
    </message>
    <message>
        <source>格局字段</source>
        <translation>role field</translation>
    </message>
    <message>
        <source>要素名称字段</source>
        <translation>name field</translation>
    </message>
    <message>
        <source>图层“{layer}”中没有可用的要素（或没有选中），没有归入任何格局要素。</source>
        <translation>The layer &quot;{layer}&quot; has no usable feature (or none is selected); nothing of it belongs to a clause.</translation>
    </message>
    <message>
        <source>图层“{layer}”没有字段“{field}”（{what}），按其他字段和图层名判断。</source>
        <translation>The layer &quot;{layer}&quot; has no field &quot;{field}&quot; ({what}); other fields and the name of the layer decide.</translation>
    </message>
    <message>
        <source>高程与县界不重叠，屏障不按山脊建议；请检查两者的坐标系。</source>
        <translation>The elevation does not overlap the county, so that screens are not proposed along ridges. Check the coordinate systems of both.</translation>
    </message>
    <message>
        <source>产业园区</source>
        <translation>Parks</translation>
    </message>
    <message>
        <source>{layer}图层中没有可用的要素，不参与核对和建议；请检查筛选条件和几何图形。</source>
        <translation>The layer of {layer} has no usable feature and takes no part in checks and proposals; look at its filter and geometries.</translation>
    </message>
    <message>
        <source>山峰</source>
        <translation>Peaks</translation>
    </message>
    <message>
        <source>空间格局</source>
        <translation>Spatial structure</translation>
    </message>
    <message>
        <source>没有填写总体格局口号；请填写，例如：双核引领、两园驱动、一屏六廊。</source>
        <translation>There is no slogan. Write one, for example: 双核引领、两园驱动、一屏六廊.</translation>
    </message>
    <message>
        <source>“{phrase}”不是空间格局口号：{reason}。</source>
        <translation>&quot;{phrase}&quot; is no slogan of a spatial structure. {reason}.</translation>
    </message>
    <message>
        <source>第 {place} 个字起的“{text}”</source>
        <translation>&quot;{text}&quot; from character {place} on</translation>
    </message>
    <message>
        <source>口号以外的文字没有读入：{texts}。</source>
        <translation>Text around the slogan was left aside: {texts}.</translation>
    </message>
    <message>
        <source>“{texts}”没有可以画出的要素，只作说明。</source>
        <translation>&quot;{texts}&quot; names nothing that can be drawn and is a remark only.</translation>
    </message>
    <message>
        <source>农业空间</source>
        <translation>Agricultural space</translation>
    </message>
    <message>
        <source>生态空间</source>
        <translation>Ecological space</translation>
    </message>
    <message>
        <source>城镇空间</source>
        <translation>Urban space</translation>
    </message>
    <message>
        <source>空间重叠</source>
        <translation>Overlap of spaces</translation>
    </message>
    <message>
        <source>未划入三类空间</source>
        <translation>In none of the three spaces</translation>
    </message>
    <message>
        <source>（不在任何乡镇内）</source>
        <translation>(in no town)</translation>
    </message>
    <message>
        <source>全县</source>
        <translation>Whole county</translation>
    </message>
    <message>
        <source>{layer}图层中没有可用的面，按没有处理。</source>
        <translation>The layer {layer} has no usable polygon and counts as not given.</translation>
    </message>
    <message>
        <source>乡镇 {number}</source>
        <translation>Town {number}</translation>
    </message>
    <message>
        <source>乡镇界相互重叠 {area} 公顷，重叠处计入排在前面的乡镇；请核对乡镇界。</source>
        <translation>Towns overlap each other by {area} ha, which counts for the first of them; check the town borders.</translation>
    </message>
    <message>
        <source>乡镇有 {area} 公顷在县界以外，不参与平衡；请核对乡镇界与县界是否一致。</source>
        <translation>{area} ha of the towns lie outside the county and take no part in the balance; check whether the borders of towns and county agree.</translation>
    </message>
    <message>
        <source>县内有 {area} 公顷不在任何乡镇内，在平衡表中单列一行；请核对乡镇界与县界是否一致。</source>
        <translation>{area} ha of the county lie in no town and have rows of their own in the balance; check whether the borders of towns and county agree.</translation>
    </message>
    <message>
        <source>{zone}有 {area} 公顷{line}与{other}重叠，三条控制线不得交叉；请协调后重新划定。</source>
        <translation>{zone}: {area} ha of {line} overlap {other}; the three control lines must not cross. Agree on them and draw them anew.</translation>
    </message>
    <message>
        <source>{zone}有 {area} 公顷{line}没有划入任何空间；请划入{own}。</source>
        <translation>{zone}: {area} ha of {line} lie in no space; put them into {own}.</translation>
    </message>
    <message>
        <source>{zone}有 {area} 公顷{line}位于{space}而不在{own}；请调整空间或核对控制线。</source>
        <translation>{zone}: {area} ha of {line} lie in {space} and not in {own}; change the space or check the control line.</translation>
    </message>
    <message>
        <source>三类空间平衡</source>
        <translation>Balance of the three spaces</translation>
    </message>
    <message>
        <source>最小图斑（公顷，更小的只计数，不列出）</source>
        <translation>Smallest piece (ha; smaller ones are counted, not listed)</translation>
    </message>
    <message>
        <source>三类空间面积平衡表</source>
        <translation>Balance of areas of the three spaces</translation>
    </message>
    <message>
        <source>三区三线冲突</source>
        <translation>Conflicts of control lines and spaces</translation>
    </message>
    <message>
        <source>重叠面积（公顷）</source>
        <translation>Overlap (ha)</translation>
    </message>
    <message>
        <source>未划入面积（公顷）</source>
        <translation>Ground in no space (ha)</translation>
    </message>
    <message>
        <source>冲突处数</source>
        <translation>Number of conflicts</translation>
    </message>
    <message>
        <source>{result}中小于 {least} 公顷的碎斑有 {count} 处、共 {area} 公顷，没有逐处列出，面积已计入平衡表。</source>
        <translation>{result}: {count} slivers below {least} ha, {area} ha together, are not listed one by one; their area is in the balance.</translation>
    </message>
    <message>
        <source>{result}中小于 {least} 公顷的碎斑有 {count} 处、共 {area} 公顷，没有逐处列出。</source>
        <translation>{result}: {count} slivers below {least} ha, {area} ha together, are not listed one by one.</translation>
    </message>
    <message>
        <source>全县 {total} 平方公里：农业空间 {agriculture} %、生态空间 {ecology} %、城镇空间 {urban} %，重叠 {overlap} 公顷，未划入 {gap} 公顷</source>
        <translation>County {total} km²: agricultural space {agriculture} %, ecological space {ecology} %, urban space {urban} %, overlap {overlap} ha, in no space {gap} ha</translation>
    </message>
    <message>
        <source>{balance}；三区三线冲突 {count} 处、{area} 公顷</source>
        <translation>{balance}; conflicts of control lines: {count} ({area} ha)</translation>
    </message>
    <message>
        <source>没有给出控制线，不核对三区三线。</source>
        <translation>No control lines were given; they are not checked against the spaces.</translation>
    </message>
    <message>
        <source>{layer}有 {area} 公顷在县界以外，不参与平衡和核对；请核对县界或裁切图层。</source>
        <translation>{area} ha of {layer} lie outside the county and are neither balanced nor checked; check the county boundary or clip the layer.</translation>
    </message>
    <message>
        <source>{layer}图层内部的图斑相互重叠 {area} 公顷，只计一次；请检查拓扑。</source>
        <translation>Polygons of the layer {layer} overlap each other by {area} ha, which counts once; check the topology.</translation>
    </message>
    <message>
        <source>总体格局（口号落图）</source>
        <translation>Spatial structure (from the slogan)</translation>
    </message>
    <message>
        <source>口号读出的格局要素</source>
        <translation>Clauses of the slogan</translation>
    </message>
    <message>
        <source>格局核对</source>
        <translation>Checks of the structure</translation>
    </message>
    <message>
        <source>格局要素（点）</source>
        <translation>Elements of the structure (points)</translation>
    </message>
    <message>
        <source>格局要素（线）</source>
        <translation>Elements of the structure (lines)</translation>
    </message>
    <message>
        <source>格局要素（面）</source>
        <translation>Elements of the structure (areas)</translation>
    </message>
    <message>
        <source>格局要素图层</source>
        <translation>Layers of elements</translation>
    </message>
    <message>
        <source>读出的格局要素项数</source>
        <translation>Number of clauses</translation>
    </message>
    <message>
        <source>勾选“为缺少的要素提出建议”可由插件建议。</source>
        <translation>Tick &quot;Propose what is missing&quot; for proposals of the plugin.</translation>
    </message>
    <message>
        <source>规划人员绘制</source>
        <translation>drawn by the planner</translation>
    </message>
    <message>
        <source>已绘的格局要素（点、线、面图层）</source>
        <translation>Elements that have been drawn (layers of points, lines, areas)</translation>
    </message>
    <message>
        <source>格局字段名（写明核、主核、六廊或序号）</source>
        <translation>Name of the field of roles (核, 主核, 六廊 or a number)</translation>
    </message>
    <message>
        <source>要素名称字段名</source>
        <translation>Name of the field of names</translation>
    </message>
    <message>
        <source>只用图层中选中的要素</source>
        <translation>Only selected features</translation>
    </message>
    <message>
        <source>为缺少的要素提出建议</source>
        <translation>Propose what is missing</translation>
    </message>
    <message>
        <source>乡镇（点或面）</source>
        <translation>Towns (points or areas)</translation>
    </message>
    <message>
        <source>乡镇等级字段</source>
        <translation>Field of town levels</translation>
    </message>
    <message>
        <source>驻地名称字段</source>
        <translation>Field of seat names</translation>
    </message>
    <message>
        <source>河流名称字段</source>
        <translation>Field of river names</translation>
    </message>
    <message>
        <source>河流等级字段</source>
        <translation>Field of river levels</translation>
    </message>
    <message>
        <source>产业园区（点或面）</source>
        <translation>Parks (points or areas)</translation>
    </message>
    <message>
        <source>园区名称字段</source>
        <translation>Field of park names</translation>
    </message>
    <message>
        <source>山峰名称字段</source>
        <translation>Field of peak names</translation>
    </message>
    <message>
        <source>轴的端点距核或节点最远（米）</source>
        <translation>Farthest that the end of an axis lies from a core or node (m)</translation>
    </message>
    <message>
        <source>廊道距河流或道路最远（米）</source>
        <translation>Farthest that a corridor runs from a river or road (m)</translation>
    </message>
    <message>
        <source>片区只是示意，不核对面积</source>
        <translation>Zones are schematic, their area is not checked</translation>
    </message>
    <message>
        <source>{name}（{number}）</source>
        <translation>{name} ({number})</translation>
    </message>
    <message>
        <source>口号读出 {clauses} 项格局要素，至少应有 {wanted} 个；已绘 {drawn} 个，建议 {proposed} 个；核对相符 {ok} 项、提醒 {warning} 项、不符 {error} 项</source>
        <translation>The slogan has {clauses} clauses and takes at least {wanted} elements; {drawn} drawn, {proposed} proposed; of the checks {ok} are as they should be, {warning} for attention, {error} not as they should be</translation>
    </message>
    <message>
        <source>口号读出 {clauses} 项格局要素，应有 {wanted} 个；已绘 {drawn} 个，建议 {proposed} 个；核对相符 {ok} 项、提醒 {warning} 项、不符 {error} 项</source>
        <translation>The slogan has {clauses} clauses and takes {wanted} elements; {drawn} drawn, {proposed} proposed; of the checks {ok} are as they should be, {warning} for attention, {error} not as they should be</translation>
    </message>
    <message>
        <source>有 {count} 个乡镇重名（{names}）；结果中在名称后加要素编号区分，请核对是否应合并为一个要素。</source>
        <translation>Towns that share a name: {count} ({names}); the results put the feature number behind the name. Check whether they should be one feature.</translation>
    </message>
    <message>
        <source>没有给出乡镇驻地，{count} 个乡镇取其范围内的一点；这一点可能离道路很远，请给出乡镇驻地图层。</source>
        <translation>No town seats were given: towns placed somewhere inside their area: {count}. That point may be far from any road; please give the layer of town seats.</translation>
    </message>
    <message>
        <source>{count} 个乡镇没有找到驻地（{names}），取其范围内的一点；请核对驻地的名称和位置。</source>
        <translation>Towns without a seat, placed somewhere inside their area: {count} ({names}). Check the names and places of the seats.</translation>
    </message>
    <message>
        <source>{count} 处公共服务设施不在任何乡镇内，不计入乡镇的职能；请核对乡镇界和设施的坐标系。</source>
        <translation>Facilities that lie in no town and count for none: {count}; check the coordinate systems of towns and facilities.</translation>
    </message>
    <message>
        <source>{count} 个乡镇的驻地 {metres} 米内没有道路（{names}），没有路网联系，中心性按 0 计；请核对驻地位置、补绘道路或放宽距道路最远的距离。</source>
        <translation>There is no road within {metres} m of the seats of {count} towns ({names}); they have no links by road and a centrality of 0. Check where the seats lie, draw the missing roads or allow a greater distance.</translation>
    </message>
    <message>
        <source>{count} 个乡镇的驻地所在道路与其他乡镇不连通（{names}），没有路网联系，中心性按 0 计；请检查道路的端点是否相接。</source>
        <translation>The seats of {count} towns are on roads that do not lead to any other town ({names}); they have no links by road and a centrality of 0. Check that the ends of roads meet.</translation>
    </message>
    <message>
        <source>{part} {weight}</source>
        <translation>{part} {weight}</translation>
    </message>
    <message>
        <source>没有{parts}的数据，其权重按比例分给其余各项，实际权重为{used}。</source>
        <translation>There are no data for {parts}; its weight was shared out among the other parts, and the weights used are {used}.</translation>
    </message>
    <message>
        <source>各乡镇的{parts}都一样，不能区分乡镇，其权重按比例分给其余各项，实际权重为{used}。</source>
        <translation>{parts} is the same in all towns and tells them not apart; its weight was shared out among the other parts, and the weights used are {used}.</translation>
    </message>
    <message>
        <source>{count} 个乡镇的人口或指标缺失（{names}），不评分、不定级、不计算引力；请补全后重算。</source>
        <translation>Towns whose population or an indicator is missing: {count} ({names}); they have no score, no level and no links. Complete the data and run again.</translation>
    </message>
    <message>
        <source>职能</source>
        <translation>functions</translation>
    </message>
    <message>
        <source>路网中心性</source>
        <translation>centrality on the roads</translation>
    </message>
    <message>
        <source>乡镇图层的 {count} 条要素都没有可用的位置；请检查几何图形和坐标系后重算。</source>
        <translation>None of the {count} features of the town layer has a usable place; check geometries and coordinate system and run again.</translation>
    </message>
    <message>
        <source>乡镇图层中没有要素（或没有选中、被筛选条件排除）；请添加乡镇后重算。</source>
        <translation>The town layer has no features (or none is selected, or a filter leaves them out); add towns and run again.</translation>
    </message>
    <message>
        <source>只有 {count} 个乡镇可以评分（图层中有 {given} 个），分不成 {levels} 级；请减少级数，或补全人口后重算。</source>
        <translation>Towns that can be scored: {count} of {given}, too few for {levels} levels; ask for fewer levels, or complete the population, and run again.</translation>
    </message>
    <message>
        <source>{count} 个乡镇的得分只有 {different} 种，分不成 {levels} 级；请减少级数，或增加评分指标后重算。</source>
        <translation>The scores of {count} towns take only {different} values, too few for {levels} levels; ask for fewer levels, or add indicators, and run again.</translation>
    </message>
    <message>
        <source>{count} 个数值只有 {different} 种，分不成 {groups} 类；请减少类数后重算。</source>
        <translation>{count} numbers take only {different} values, too few for {groups} classes; ask for fewer classes and run again.</translation>
    </message>
    <message>
        <source>县界图层的 {count} 条要素都没有可用的面；请检查几何图形后重算。</source>
        <translation>None of the {count} features of the county layer has a usable polygon; check the geometries and run again.</translation>
    </message>
    <message>
        <source>县界图层中没有要素（或没有选中、被筛选条件排除）；请选择县界后重算。</source>
        <translation>The county layer has no features (or none is selected, or a filter leaves them out); choose the county boundary and run again.</translation>
    </message>
    <message>
        <source>农业空间、生态空间和城镇空间图层在县界内都没有面；请检查三个图层和县界的坐标系，或改选图层。</source>
        <translation>None of the layers of agricultural, ecological and urban space has a polygon in the county; check the coordinate systems of the three layers and of the county, or choose other layers.</translation>
    </message>
    <message>
        <source>一般镇（乡）</source>
        <translation>Ordinary town</translation>
    </message>
    <message>
        <source>一级</source>
        <translation>Level 1</translation>
    </message>
    <message>
        <source>二级</source>
        <translation>Level 2</translation>
    </message>
    <message>
        <source>三级</source>
        <translation>Level 3</translation>
    </message>
    <message>
        <source>四级</source>
        <translation>Level 4</translation>
    </message>
    <message>
        <source>五级</source>
        <translation>Level 5</translation>
    </message>
    <message>
        <source>六级</source>
        <translation>Level 6</translation>
    </message>
    <message>
        <source>七级</source>
        <translation>Level 7</translation>
    </message>
    <message>
        <source>八级</source>
        <translation>Level 8</translation>
    </message>
    <message>
        <source>九级</source>
        <translation>Level 9</translation>
    </message>
    <message>
        <source>十级</source>
        <translation>Level 10</translation>
    </message>
    <message>
        <source>人口缺失，未评分。</source>
        <translation>Population missing, not scored.</translation>
    </message>
    <message>
        <source>指标缺失，未评分。</source>
        <translation>An indicator is missing, not scored.</translation>
    </message>
    <message>
        <source>驻地附近没有道路，未接入路网。</source>
        <translation>No road near the seat, not connected.</translation>
    </message>
    <message>
        <source>所在道路与其他乡镇不连通。</source>
        <translation>Its road does not lead to other towns.</translation>
    </message>
    <message>
        <source>没有驻地，位置取范围内的一点。</source>
        <translation>No seat, placed somewhere inside the area.</translation>
    </message>
    <message>
        <source>给定等级为{given}，计算为{found}。</source>
        <translation>Given as {given}, computed as {found}.</translation>
    </message>
    <message>
        <source>城镇等级与联系</source>
        <translation>Town levels and links</translation>
    </message>
    <message>
        <source>职能指标字段（可多选，越大越强）</source>
        <translation>Indicator fields (several; the larger, the stronger)</translation>
    </message>
    <message>
        <source>给定等级字段（只用于对照）</source>
        <translation>Field of the given level (only compared)</translation>
    </message>
    <message>
        <source>设施级别字段</source>
        <translation>Facility level field</translation>
    </message>
    <message>
        <source>级数</source>
        <translation>Number of levels</translation>
    </message>
    <message>
        <source>人口权重</source>
        <translation>Weight of population</translation>
    </message>
    <message>
        <source>职能权重</source>
        <translation>Weight of functions</translation>
    </message>
    <message>
        <source>路网中心性权重</source>
        <translation>Weight of centrality on the roads</translation>
    </message>
    <message>
        <source>引力模型的距离指数</source>
        <translation>Exponent of distance in the gravity model</translation>
    </message>
    <message>
        <source>乡镇与等级</source>
        <translation>Towns and levels</translation>
    </message>
    <message>
        <source>城镇联系</source>
        <translation>Links between towns</translation>
    </message>
    <message>
        <source>乡镇数</source>
        <translation>Number of towns</translation>
    </message>
    <message>
        <source>乡镇之间没有路网联系，改按直线距离计算引力，不计路网中心性。</source>
        <translation>There is no way along the roads between the towns; gravity is worked out from straight distances, and centrality does not count.</translation>
    </message>
    <message>
        <source>没有路网，联系强度按直线距离（公里）计算。</source>
        <translation>Without roads, the strength of links is worked out from straight distances (km).</translation>
    </message>
    <message>
        <source>乡镇之间有 {count} 条联系，只绘出最强的 {drawn} 条；比例和名次按全部联系计算。</source>
        <translation>There are {count} links between the towns; only the strongest {drawn} are drawn. Shares and ranks are those among all.</translation>
    </message>
    <message>
        <source>{level} {count} 个（{names}）</source>
        <translation>{level}: {count} ({names})</translation>
    </message>
    <message>
        <source>{count} 个乡镇分为 {levels} 级：{each}；联系最强的是{a}—{b}，占全部联系的 {share} %</source>
        <translation>Towns: {count}, levels: {levels} — {each}; the strongest link is {a}–{b}, {share} % of all links</translation>
    </message>
    <message>
        <source>自然断点的方差拟合优度为 {fit}（1 为完全吻合）。</source>
        <translation>The goodness of variance fit of the natural breaks is {fit} (1 is a perfect fit).</translation>
    </message>
    <message>
        <source>{town}给定{given}、计算为{found}</source>
        <translation>{town} is given as {given} and computed as {found}</translation>
    </message>
    <message>
        <source>{count} 个乡镇的计算等级与图层中给定的等级不同：{towns}；规划等级可以高于或低于现状，请说明理由，或调整权重。</source>
        <translation>Towns whose computed level is not the one given in the layer: {count} ({towns}); a plan may set a level above or below the present one: say why, or change the weights.</translation>
    </message>
    <message>
        <source>{count} 个乡镇的计算等级与图层中给定的等级一致。</source>
        <translation>Towns whose computed level is the one given in the layer: {count}.</translation>
    </message>
    <message>
        <source>封面</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>目录（{page}/{pages}）</source>
        <translation>Contents ({page}/{pages})</translation>
    </message>
    <message>
        <source>图号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>图名</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>比例尺</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>页码</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>审图号：{number}</source>
        <translation>Map approval no.: {number}</translation>
    </message>
    <message>
        <source>永久基本
农田
（公顷）</source>
        <translation>Basic
farmland
(ha)</translation>
    </message>
    <message>
        <source>耕地
（公顷）</source>
        <translation>Cropland
(ha)</translation>
    </message>
    <message>
        <source>农业空间
（公顷）</source>
        <translation>Agricultural
space
(ha)</translation>
    </message>
    <message>
        <source>各乡镇农业空间面积</source>
        <translation>Agricultural space by town</translation>
    </message>
    <message>
        <source>农业空间面积</source>
        <translation>Agricultural space</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>面积
（公顷）</source>
        <translation>Area
(ha)</translation>
    </message>
    <message>
        <source>各乡镇永久基本农田（公顷）</source>
        <translation>Permanent basic farmland by town (ha)</translation>
    </message>
    <message>
        <source>{area} 公顷（{mu} 万亩）</source>
        <translation>{area} ha ({mu} × 10⁴ mu)</translation>
    </message>
    <message>
        <source>永久基本农田面积</source>
        <translation>Permanent basic farmland</translation>
    </message>
    <message>
        <source>永久基本农田共 {count} 个图斑；面积为图斑的椭球面积，未扣除田坎和图斑内其他地类。</source>
        <translation>{count} parcels of permanent basic farmland; areas are ellipsoidal areas of the parcels, field banks and other land in them included.</translation>
    </message>
    <message>
        <source>未提供农业空间图层，图中只表示永久基本农田。</source>
        <translation>Without a layer of agricultural space the sheet shows permanent basic farmland only.</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Others</translation>
    </message>
    <message>
        <source>占{place}面积的比例</source>
        <translation>Share of {place}</translation>
    </message>
    <message>
        <source>未识别</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>空值</source>
        <translation>no value</translation>
    </message>
    <message>
        <source>各乡镇控制线面积</source>
        <translation>Control lines by town</translation>
    </message>
    <message>
        <source>控制线面积</source>
        <translation>Area of the control lines</translation>
    </message>
    <message>
        <source>控制线占各乡镇面积（%）</source>
        <translation>Share of control lines by town (%)</translation>
    </message>
    <message>
        <source>生态保护红线面积及占比</source>
        <translation>Ecological red line: area and share</translation>
    </message>
    <message>
        <source>面积为椭球面积，按县界和乡镇界切分；总面积 {area} 公顷。</source>
        <translation>Ellipsoidal areas, cut at the boundaries of county and towns; the whole has {area} ha.</translation>
    </message>
    <message>
        <source>生态保护
红线
（公顷）</source>
        <translation>Red line
(ha)</translation>
    </message>
    <message>
        <source>城镇开发
边界
（公顷）</source>
        <translation>Urban
boundary
(ha)</translation>
    </message>
    <message>
        <source>自然保护地</source>
        <translation>Nature reserves</translation>
    </message>
    <message>
        <source>自然
保护地
（公顷）</source>
        <translation>Reserves
(ha)</translation>
    </message>
    <message>
        <source>水源
保护区
（公顷）</source>
        <translation>Water
sources
(ha)</translation>
    </message>
    <message>
        <source>生态空间
（公顷）</source>
        <translation>Ecological
space
(ha)</translation>
    </message>
    <message>
        <source>各乡镇生态保护面积</source>
        <translation>Ecological protection by town</translation>
    </message>
    <message>
        <source>生态保护面积</source>
        <translation>Ecological protection</translation>
    </message>
    <message>
        <source>生态保护红线占各乡镇面积（%）</source>
        <translation>Share of the red line by town (%)</translation>
    </message>
    <message>
        <source>生态保护红线、自然保护地、水源保护区和生态空间相互重叠，各列面积不能相加。</source>
        <translation>Red line, reserves, water source zones and ecological space overlap: the columns do not add up.</translation>
    </message>
    <message>
        <source>{area} 平方公里</source>
        <translation>{area} km²</translation>
    </message>
    <message>
        <source>{area}（{share} %）</source>
        <translation>{area} ({share} %)</translation>
    </message>
    <message>
        <source>其他灾害</source>
        <translation>Other hazards</translation>
    </message>
    <message>
        <source>跨乡镇的隐患区按所在乡镇分别计面积，处数在各乡镇分别计一处，合计只计一处。</source>
        <translation>A hazard area in several towns counts once in each of them with its part of the area, and once in the total.</translation>
    </message>
    <message>
        <source>邻近行政村为隐患区及其外 {distance:g} 米内的村点；该距离为插件取值，待核。</source>
        <translation>Villages near are those within {distance:g} m of a hazard; the distance is the plugin's own, to be checked.</translation>
    </message>
    <message>
        <source>灾害类型</source>
        <translation>Kind of hazard</translation>
    </message>
    <message>
        <source>处数</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>区内
行政村</source>
        <translation>Villages
inside</translation>
    </message>
    <message>
        <source>邻近
行政村</source>
        <translation>Villages
near</translation>
    </message>
    <message>
        <source>自然灾害隐患统计</source>
        <translation>Natural hazards</translation>
    </message>
    <message>
        <source>{count} 处</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{count} 处（{area}）</source>
        <translation>{count} ({area})</translation>
    </message>
    <message>
        <source>地质灾害隐患</source>
        <translation>Geological hazards</translation>
    </message>
    <message>
        <source>各乡镇隐患处数</source>
        <translation>Hazards by town</translation>
    </message>
    <message>
        <source>名录按保护级别排列，同级按面积排列；保护范围以公布文件为准。</source>
        <translation>Sites are listed by level, then by area; the published extents are decisive.</translation>
    </message>
    <message>
        <source>其他 {count} 处</source>
        <translation>Others: {count}</translation>
    </message>
    <message>
        <source>历史文化遗存名录</source>
        <translation>Heritage sites</translation>
    </message>
    <message>
        <source>历史文化遗存</source>
        <translation>Heritage sites</translation>
    </message>
    <message>
        <source>历史文化遗存，其中省级及以上 {count} 处</source>
        <translation>Heritage sites, {count} of them provincial or higher</translation>
    </message>
    <message>
        <source>用地现状图层没有地类编码或名称字段，无法分类。</source>
        <translation>The land-use layer has no field of codes or names of classes and cannot be classified.</translation>
    </message>
    <message>
        <source>无用地图斑</source>
        <translation>No parcel</translation>
    </message>
    <message>
        <source>用地现状面积（一级类）</source>
        <translation>Land use (first level)</translation>
    </message>
    <message>
        <source>地类</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>各乡镇用地构成（%）</source>
        <translation>Land use by town (%)</translation>
    </message>
    <message>
        <source>{land}面积及占比</source>
        <translation>{land}: area and share</translation>
    </message>
    <message>
        <source>地类编码按第三次全国国土调查工作分类判读，配色由规范附录 B 的相应地类派生。</source>
        <translation>Codes are read as those of the Third National Land Survey; colours are derived from the matching classes of Appendix B.</translation>
    </message>
    <message>
        <source>地类按《国土空间调查、规划、用途管制用地用海分类指南》（2023）判读；数据未写明所用分类，待核。</source>
        <translation>Classes are read as those of the land-use guide of 2023; the data do not say which classification they use, to be checked.</translation>
    </message>
    <message>
        <source>地类编码按《国土空间调查、规划、用途管制用地用海分类指南》（2023）判读。</source>
        <translation>Codes are read as those of the land-use guide of 2023.</translation>
    </message>
    <message>
        <source>{count} 个图斑的地类（{words}）未能识别，计 {area} 公顷，图上未表示。</source>
        <translation>The class of {count} parcels ({words}) is not known; they have {area} ha and are not drawn.</translation>
    </message>
    <message>
        <source>有 {area} 公顷没有用地图斑。</source>
        <translation>{area} ha have no land-use parcel.</translation>
    </message>
    <message>
        <source>用地图斑之间重叠 {area} 公顷，须核对。</source>
        <translation>Land-use parcels overlap by {area} ha; check them.</translation>
    </message>
    <message>
        <source>未划入规划分区</source>
        <translation>In no zone</translation>
    </message>
    <message>
        <source>规划分区面积</source>
        <translation>Area of the planning zones</translation>
    </message>
    <message>
        <source>规划分区</source>
        <translation>Planning zone</translation>
    </message>
    <message>
        <source>各乡镇规划分区构成（%）</source>
        <translation>Planning zones by town (%)</translation>
    </message>
    <message>
        <source>{zone}面积及占比</source>
        <translation>{zone}: area and share</translation>
    </message>
    <message>
        <source>分区名称“{words}”不在规范附录 C 中，计 {count} 个图斑 {area} 公顷，图上未表示。</source>
        <translation>The zones {words} are not in Appendix C of the specification: {count} parcels with {area} ha, not drawn.</translation>
    </message>
    <message>
        <source>有 {area} 公顷未划入规划分区。</source>
        <translation>{area} ha are in no planning zone.</translation>
    </message>
    <message>
        <source>规划分区图斑之间重叠 {area} 公顷，须核对。</source>
        <translation>Planning zones overlap by {area} ha; check them.</translation>
    </message>
    <message>
        <source>自然保护地面积及占比</source>
        <translation>Nature reserves: area and share</translation>
    </message>
    <message>
        <source>各乡镇自然保护地（公顷）</source>
        <translation>Nature reserves by town (ha)</translation>
    </message>
    <message>
        <source>风景名胜区、水源保护区和生态保护红线与自然保护地有重叠，不计入自然保护地面积。</source>
        <translation>Scenic areas, water source zones and the red line overlap the reserves and are not part of their area.</translation>
    </message>
    <message>
        <source>自然保护地名录</source>
        <translation>Nature reserves</translation>
    </message>
    <message>
        <source>图斑
（个）</source>
        <translation>Parcels</translation>
    </message>
    <message>
        <source>其他生态保护范围</source>
        <translation>Other protected areas</translation>
    </message>
    <message>
        <source>{space}
（公顷）</source>
        <translation>{space}
(ha)</translation>
    </message>
    <message>
        <source>各乡镇三类空间面积</source>
        <translation>Three spaces by town</translation>
    </message>
    <message>
        <source>三类空间面积</source>
        <translation>Area of the three spaces</translation>
    </message>
    <message>
        <source>空间</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>各乡镇三类空间构成（%）</source>
        <translation>Three spaces by town (%)</translation>
    </message>
    <message>
        <source>农业、生态、城镇空间之比</source>
        <translation>Agricultural : ecological : urban space</translation>
    </message>
    <message>
        <source>三类空间的配色规范未作规定，由规划分区配色派生。</source>
        <translation>The specification gives no colours for the three spaces; they are derived from those of the planning zones.</translation>
    </message>
    <message>
        <source>有 {area} 公顷未划入任何一类空间。</source>
        <translation>{area} ha are in none of the three spaces.</translation>
    </message>
    <message>
        <source>占总面积（%）</source>
        <translation>Share of area (%)</translation>
    </message>
    <message>
        <source>占比
（%）</source>
        <translation>Share
(%)</translation>
    </message>
    <message>
        <source>国省干线
（公里）</source>
        <translation>Trunk
(km)</translation>
    </message>
    <message>
        <source>农村公路
（公里）</source>
        <translation>Rural
(km)</translation>
    </message>
    <message>
        <source>合计
（公里）</source>
        <translation>Total
(km)</translation>
    </message>
    <message>
        <source>各乡镇公路里程</source>
        <translation>Highways by town</translation>
    </message>
    <message>
        <source>各乡镇公路密度（公里/百平方公里）</source>
        <translation>Highway density by town (km/100 km²)</translation>
    </message>
    <message>
        <source>{density} 公里/百平方公里</source>
        <translation>{density} km/100 km²</translation>
    </message>
    <message>
        <source>里程按图上线路中心线量算，双线绘制的道路按两条计，与公路统计年报可能不一致。</source>
        <translation>Lengths are measured along the lines of the map; a road drawn as two lines counts twice. Statistics may differ.</translation>
    </message>
    <message>
        <source>另有 {length} 公里道路的等级未能识别，图上未表示。</source>
        <translation>Another {length} km of roads have a class that is not known and are not drawn.</translation>
    </message>
    <message>
        <source>公路网密度</source>
        <translation>Density of the highway network</translation>
    </message>
    <message>
        <source>公路合计</source>
        <translation>All highways</translation>
    </message>
    <message>
        <source>里程
（公里）</source>
        <translation>Length
(km)</translation>
    </message>
    <message>
        <source>密度
（公里/
百km²）</source>
        <translation>Density
(km/
100 km²)</translation>
    </message>
    <message>
        <source>交通线路里程</source>
        <translation>Length of roads and railways</translation>
    </message>
    <message>
        <source>{title}（{page}）</source>
        <translation>{title} ({page})</translation>
    </message>
    <message>
        <source>生态廊道和生态带</source>
        <translation>Ecological corridors and belts</translation>
    </message>
    <message>
        <source>{count} 个{level}</source>
        <translation>{count} × {level}</translation>
    </message>
    <message>
        <source>{count} 个乡镇分为 {levels} 级</source>
        <translation>Towns: {count}, levels: {levels}</translation>
    </message>
    <message>
        <source>未定级</source>
        <translation>No level</translation>
    </message>
    <message>
        <source>{town}：综合得分 {score}，居 {count} 个乡镇第 {rank} 位</source>
        <translation>{town}: score {score}, number {rank} of {count} towns</translation>
    </message>
    <message>
        <source>乡镇等级</source>
        <translation>Level of towns</translation>
    </message>
    <message>
        <source>得分
（0–1）</source>
        <translation>Score
(0–1)</translation>
    </message>
    <message>
        <source>城镇等级</source>
        <translation>Level of towns</translation>
    </message>
    <message>
        <source>职能类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>综合得分（0–1）</source>
        <translation>Score (0–1)</translation>
    </message>
    <message>
        <source>人口得分（0–1）</source>
        <translation>Score of population (0–1)</translation>
    </message>
    <message>
        <source>职能得分（0–1）</source>
        <translation>Score of functions (0–1)</translation>
    </message>
    <message>
        <source>路网中心性得分（0–1）</source>
        <translation>Score of centrality on the roads (0–1)</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>{a}—{b}</source>
        <translation>{a} – {b}</translation>
    </message>
    <message>
        <source>联系</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>行车
（分钟）</source>
        <translation>Drive
(min)</translation>
    </message>
    <message>
        <source>距离
（公里）</source>
        <translation>Distance
(km)</translation>
    </message>
    <message>
        <source>{town}的城镇联系</source>
        <translation>Links of {town}</translation>
    </message>
    <message>
        <source>最强的城镇联系</source>
        <translation>Strongest links between towns</translation>
    </message>
    <message>
        <source>本图为示意图；城镇等级按人口、职能与路网中心性综合得分的自然断点划分，为现状测算，规划等级由规划人员确定。</source>
        <translation>This sheet is indicative; levels follow natural breaks of a score of population, functions and centrality on the roads as they are; planners set the planned levels.</translation>
    </message>
    <message>
        <source>产业链联系</source>
        <translation>Links of industry chains</translation>
    </message>
    <message>
        <source>产业链</source>
        <translation>Industry chains</translation>
    </message>
    <message>
        <source>本图为示意图；产业链连线表示上下游联系，不是交通线位。</source>
        <translation>This sheet is indicative; the arrows of chains lead from supplier to user and are no routes.</translation>
    </message>
    <message>
        <source>{name}
（{industry}）</source>
        <translation>{name}
({industry})</translation>
    </message>
    <message>
        <source>{count} 个园区</source>
        <translation>Parks: {count}</translation>
    </message>
    <message>
        <source>{count} 条产业链</source>
        <translation>Chains: {count}</translation>
    </message>
    <message>
        <source>{town}产业布局</source>
        <translation>Industry of {town}</translation>
    </message>
    <message>
        <source>县域产业布局</source>
        <translation>Industry of the county</translation>
    </message>
    <message>
        <source>园区</source>
        <translation>Park</translation>
    </message>
    <message>
        <source>主导产业</source>
        <translation>Leading industry</translation>
    </message>
    <message>
        <source>环节</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>联系
（条）</source>
        <translation>Number
of links</translation>
    </message>
    <message>
        <source>平均覆盖率（各类设施，按乡镇）</source>
        <translation>Mean share covered (all kinds, by town)</translation>
    </message>
    <message>
        <source>出行时间按路网、地形与步行合一计算，含步行到路的时间；平均覆盖率为各类设施的平均；有一类设施超时即为未覆盖行政村。</source>
        <translation>Travel times combine roads, terrain and walking, with the walk to the road; the mean is that of all kinds of facilities; a village is out of reach when one kind takes too long.</translation>
    </message>
    <message>
        <source>服务时限由使用者设定，不是规范规定的数值。</source>
        <translation>The time allowed was chosen by the user; it is no value of a standard.</translation>
    </message>
    <message>
        <source>各乡镇各类设施覆盖率（%）</source>
        <translation>People covered by town and kind of facility (%)</translation>
    </message>
    <message>
        <source>设施类型</source>
        <translation>Kind of facility</translation>
    </message>
    <message>
        <source>{town}服务覆盖统计</source>
        <translation>Service coverage of {town}</translation>
    </message>
    <message>
        <source>村庄</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>超时的设施</source>
        <translation>Too far</translation>
    </message>
    <message>
        <source>最远
（分钟）</source>
        <translation>Farthest
(min)</translation>
    </message>
    <message>
        <source>最近
（分钟）</source>
        <translation>Nearest
(min)</translation>
    </message>
    <message>
        <source>未覆盖的村庄</source>
        <translation>Villages out of reach</translation>
    </message>
    <message>
        <source>未覆盖的村庄（缺口最大的 {count} 个）</source>
        <translation>Villages out of reach (the {count} worst)</translation>
    </message>
    <message>
        <source>{where} {minutes} 分钟平均覆盖率（{kinds} 类设施） {share} %</source>
        <translation>{where}: mean share of people within {minutes} min ({kinds} kinds of facilities) {share} %</translation>
    </message>
    <message>
        <source>{where}{about}服务覆盖率 {share} %</source>
        <translation>{where}: people covered {about} {share} %</translation>
    </message>
    <message>
        <source>{where} {minutes} 分钟{about}覆盖率 {share} %</source>
        <translation>{where}: people within {minutes} min ({about}) {share} %</translation>
    </message>
    <message>
        <source>服务</source>
        <translation>services</translation>
    </message>
    <message>
        <source>{town}矿山生态修复重点区（涉及矿山 {mines} 座）</source>
        <translation>Key mine restoration zones of {town} ({mines} mines)</translation>
    </message>
    <message>
        <source>{town}矿山生态修复分区（涉及矿山 {mines} 座）</source>
        <translation>Mine restoration zones of {town} ({mines} mines)</translation>
    </message>
    <message>
        <source>{town}矿山生态修复分区</source>
        <translation>Mine restoration zones of {town}</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>矿山生态修复{priority}区（矿山 {count} 座）</source>
        <translation>Mine restoration zone: {priority} (mines: {count})</translation>
    </message>
    <message>
        <source>治理次序</source>
        <translation>Order of treatment</translation>
    </message>
    <message>
        <source>修复方式</source>
        <translation>Way of restoration</translation>
    </message>
    <message>
        <source>矿山名称</source>
        <translation>Names of mines</translation>
    </message>
    <message>
        <source>第 {rank} 位</source>
        <translation>No. {rank}</translation>
    </message>
    <message>
        <source>第 {rank} 位（权重变动时第 {low}–{high} 位）</source>
        <translation>No. {rank} (no. {low}–{high} when weights change)</translation>
    </message>
    <message>
        <source>{first}或{others}</source>
        <translation>{first} or {others}</translation>
    </message>
    <message>
        <source>或</source>
        <translation> or </translation>
    </message>
    <message>
        <source>{role}图层</source>
        <translation>layer of {role}</translation>
    </message>
    <message>
        <source>服务覆盖的结果（在“服务覆盖”中计算）</source>
        <translation>results of service coverage (compute them in &quot;Service coverage&quot;)</translation>
    </message>
    <message>
        <source>开采分区的结果（在“矿山整治”中划定）</source>
        <translation>results of mining zoning (make them in &quot;Mining&quot;)</translation>
    </message>
    <message>
        <source>整治分区的结果（在“矿山整治”中划定）</source>
        <translation>results of remediation zoning (make them in &quot;Mining&quot;)</translation>
    </message>
    <message>
        <source>城镇体系的结果（在“空间格局”中计算）</source>
        <translation>results of the town hierarchy (compute them in &quot;Spatial structure&quot;)</translation>
    </message>
    <message>
        <source>总体格局的结果（在“空间格局”中生成）</source>
        <translation>results of the spatial structure (make them in &quot;Spatial structure&quot;)</translation>
    </message>
    <message>
        <source>三类空间平衡的结果（在“空间格局”中计算）</source>
        <translation>results of the balance of three spaces (compute them in &quot;Spatial structure&quot;)</translation>
    </message>
    <message>
        <source>{count} {noun}</source>
        <translation>{count} × {noun}</translation>
    </message>
    <message>
        <source>总体格局：{counted}</source>
        <translation>Structure: {counted}</translation>
    </message>
    <message>
        <source>{town}在“{slogan}”格局中</source>
        <translation>{town} in the structure “{slogan}”</translation>
    </message>
    <message>
        <source>没有格局要素</source>
        <translation>No elements</translation>
    </message>
    <message>
        <source>{name}（建议）</source>
        <translation>{name} (proposed)</translation>
    </message>
    <message>
        <source>格局</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>要素</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>空间对象</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>总体格局构成</source>
        <translation>What the structure consists of</translation>
    </message>
    <message>
        <source>功能片区</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>本图为示意图，格局要素的位置和范围不作为管控依据。</source>
        <translation>This sheet is indicative: places and extents of the elements are no basis for control.</translation>
    </message>
    <message>
        <source>图中格局要素均由软件按城镇等级、道路、河流和山脊提出，为建议，须由规划人员确认。</source>
        <translation>All elements were proposed by the software from the level of towns, roads, rivers and ridges; planners have to confirm them.</translation>
    </message>
    <message>
        <source>标“建议”的 {count} 个要素由软件按城镇等级、道路、河流和山脊提出，须由规划人员确认。</source>
        <translation>The {count} elements marked as proposed come from the software (level of towns, roads, rivers, ridges); planners have to confirm them.</translation>
    </message>
    <message>
        <source>本图为示意图；廊带长度为椭球面长度。</source>
        <translation>This sheet is indicative; lengths are measured on the ellipsoid.</translation>
    </message>
    <message>
        <source>旅游廊带（按主题）</source>
        <translation>Tourism corridors (by theme)</translation>
    </message>
    <message>
        <source>旅游节点</source>
        <translation>Tourism nodes</translation>
    </message>
    <message>
        <source>{count} 条廊带</source>
        <translation>Corridors: {count}</translation>
    </message>
    <message>
        <source>{count} 个节点</source>
        <translation>Nodes: {count}</translation>
    </message>
    <message>
        <source>{count} 处风景名胜区</source>
        <translation>{count} scenic areas</translation>
    </message>
    <message>
        <source>{town}全域旅游</source>
        <translation>Tourism of {town}</translation>
    </message>
    <message>
        <source>县域全域旅游</source>
        <translation>Tourism of the county</translation>
    </message>
    <message>
        <source>{town}全域旅游（廊带共 {length} 公里）</source>
        <translation>Tourism of {town} (corridors: {length} km)</translation>
    </message>
    <message>
        <source>县域全域旅游（廊带共 {length} 公里）</source>
        <translation>Tourism of the county (corridors: {length} km)</translation>
    </message>
    <message>
        <source>数量
（个）</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>节点</source>
        <translation>Nodes</translation>
    </message>
    <message>
        <source>廊带</source>
        <translation>Corridor</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>长度
（公里）</source>
        <translation>Length
(km)</translation>
    </message>
    <message>
        <source>旅游廊带</source>
        <translation>Tourism corridors</translation>
    </message>
    <message>
        <source>面积
（平方公里）</source>
        <translation>Area
(km²)</translation>
    </message>
    <message>
        <source>位置图：本页</source>
        <translation>Locator: this page</translation>
    </message>
    <message>
        <source>位置图：县域</source>
        <translation>Locator: county</translation>
    </message>
    <message>
        <source>读不懂图幅“{paper}”。请写 A4 至 A0（竖幅如“A3 竖”），或宽×高（毫米），如 900x1200。</source>
        <translation>“{paper}” is not a paper size. Write A4 to A0 (“A3 portrait” for an upright sheet), or width×height in millimetres, such as 900x1200.</translation>
    </message>
    <message>
        <source>图幅“{paper}”不能用：边长须为 {shortest:g}—{longest:g} 毫米，长边至多为短边 {oblong:g} 倍。</source>
        <translation>The paper size “{paper}” cannot be used: sides must be {shortest:g}–{longest:g} mm, the longer one at most {oblong:g} times the shorter.</translation>
    </message>
    <message>
        <source>不支持的导出格式“{format}”，可用：PDF、GeoPDF、PNG、SVG。</source>
        <translation>“{format}” is not a format for export. Use PDF, GeoPDF, PNG or SVG.</translation>
    </message>
    <message>
        <source>不能在文件夹 {folder} 中写文件：没有权限，或者磁盘已满。请另选一个文件夹。</source>
        <translation>Nothing can be written into the folder {folder}: there is no permission, or the disk is full. Choose another folder.</translation>
    </message>
    <message>
        <source>{path} 没有写完整，磁盘可能已满。请腾出空间后重试。</source>
        <translation>{path} was cut short; the disk may be full. Make room and try again.</translation>
    </message>
    <message>
        <source>图集不能按“{atlas}”分页，可用：乡镇、设施类型、整治分区、村庄。</source>
        <translation>An atlas cannot go by “{atlas}”. It can go by town, kind of facility, zone of remediation or village.</translation>
    </message>
    <message>
        <source>所选图件都缺少图层或结果，没有可以导出的图。{what}</source>
        <translation>All chosen sheets lack layers or results; there is nothing to export. {what}</translation>
    </message>
    <message>
        <source>模板 {path} 读不出来。请在 QGIS 布局中重新存为模板（.qpt）。</source>
        <translation>The template {path} cannot be read. Save it again as a template (.qpt) in a layout of QGIS.</translation>
    </message>
    <message>
        <source>模板 {path} 中没有编号为 main_map 的地图。请给主图设置这个条目编号。</source>
        <translation>The template {path} has no map with the id main_map. Give its main map this item id.</translation>
    </message>
    <message>
        <source>写入 {path} 失败：{reason}。请检查磁盘空间和文件夹权限。</source>
        <translation>{path} could not be written: {reason}. Check the room on the disk and the permissions of the folder.</translation>
    </message>
    <message>
        <source>{path} 的页面文件不完整，无法合并（{reason}）。磁盘可能已满，请腾出空间后重试。</source>
        <translation>A page of {path} is not complete, and the pages cannot be put together ({reason}). The disk may be full: make room and try again.</translation>
    </message>
    <message>
        <source>强联系</source>
        <translation>Strong link</translation>
    </message>
    <message>
        <source>较强联系</source>
        <translation>Medium link</translation>
    </message>
    <message>
        <source>一般联系</source>
        <translation>Weak link</translation>
    </message>
    <message>
        <source>城镇等级（乡镇驻地）</source>
        <translation>Level of towns (seats)</translation>
    </message>
    <message>
        <source>乡镇（按等级）</source>
        <translation>Towns (by level)</translation>
    </message>
    <message>
        <source>城镇联系（引力强度）</source>
        <translation>Links between towns (gravity)</translation>
    </message>
    <message>
        <source>{name}（原有 {number}）</source>
        <translation>{name} (earlier {number})</translation>
    </message>
    <message>
        <source>第 {row} 行：{message}</source>
        <translation>line {row}: {message}</translation>
    </message>
    <message>
        <source>文件中没有这类图层的符号</source>
        <translation>the file has no symbols for a layer of this kind</translation>
    </message>
    <message>
        <source>样式文件“{file}”不能用于图层“{layer}”（{reason}），该图层按样式目录绘制。</source>
        <translation>The style file “{file}” cannot be used for the layer “{layer}” ({reason}); the layer is drawn by the style catalogue.</translation>
    </message>
    <message>
        <source>{count} 个乡镇的面积合计 {towns} 平方公里，县界内 {county} 平方公里，相差 {share}。</source>
        <translation>Towns: {count}, {towns} km² in all; county: {county} km²; difference: {share}.</translation>
    </message>
    <message>
        <source>请核对乡镇界有无缺漏、重叠，两个图层是否出自同一套界线。</source>
        <translation>Check the town boundaries for gaps and overlaps, and whether both layers come from the same set of boundaries.</translation>
    </message>
    <message>
        <source>开采分区面积合计 {zones} 公顷，资源区 {resources} 公顷，相差 {share}。</source>
        <translation>The mining zones have {zones} ha in all, the resource areas {resources} ha: a difference of {share}.</translation>
    </message>
    <message>
        <source>资源区在划定之后可能改过，或划定时只用了一部分；请重新划定开采分区。</source>
        <translation>The resource areas may have changed since they were zoned, or only a part was zoned; zone them again.</translation>
    </message>
    <message>
        <source>试排《{sheet}》</source>
        <translation>trial layout of &quot;{sheet}&quot;</translation>
    </message>
    <message>
        <source>检查图层</source>
        <translation>layers</translation>
    </message>
    <message>
        <source>检查坐标系</source>
        <translation>coordinate system</translation>
    </message>
    <message>
        <source>检查字体</source>
        <translation>typefaces</translation>
    </message>
    <message>
        <source>检查面积合计</source>
        <translation>sums of areas</translation>
    </message>
    <message>
        <source>检查面积字段</source>
        <translation>fields of area</translation>
    </message>
    <message>
        <source>检查分区是否铺满县域</source>
        <translation>zones that tile the county</translation>
    </message>
    <message>
        <source>检查人口</source>
        <translation>people</translation>
    </message>
    <message>
        <source>检查图上文字</source>
        <translation>words on the sheets</translation>
    </message>
    <message>
        <source>检查结果是否过时</source>
        <translation>results out of date</translation>
    </message>
    <message>
        <source>检查输出文件夹</source>
        <translation>output folder</translation>
    </message>
    <message>
        <source>{run}的结果算于 {created}，之后有 {count} 个输入的数据改过：{files}。</source>
        <translation>The results of {run} were computed on {created}; {count} of their inputs have changed since: {files}.</translation>
    </message>
    <message>
        <source>请重新计算后再出图，否则图和数据不一致。</source>
        <translation>Compute it again before the export, or sheet and data disagree.</translation>
    </message>
    <message>
        <source>城镇体系</source>
        <translation>Town system</translation>
    </message>
    <message>
        <source>总体格局</source>
        <translation>Spatial structure</translation>
    </message>
    <message>
        <source>《{sheet}》上{layer}有 {count} 个名称没有位置，图上不写：{names}。</source>
        <translation>&quot;{sheet}&quot;: {count} names of {layer} have no place and are not on the map: {names}.</translation>
    </message>
    <message>
        <source>请改用更大的幅面，或导出到布局后手工移动注记。</source>
        <translation>Take larger paper, or move the names by hand in a layout.</translation>
    </message>
    <message>
        <source>《{sheet}》上有 {count} 对名称互相压盖：{pairs}。</source>
        <translation>&quot;{sheet}&quot;: {count} pairs of names lie on each other: {pairs}.</translation>
    </message>
    <message>
        <source>{one}与{other}</source>
        <translation>{one} and {other}</translation>
    </message>
    <message>
        <source>请在“数据准备”中处理后再出图。</source>
        <translation>Mend it in &quot;Data&quot; before the export.</translation>
    </message>
    <message>
        <source>没有这样的图件：{sheets}。</source>
        <translation>There is no such sheet: {sheets}.</translation>
    </message>
    <message>
        <source>《{sheet}》缺少{missing}，不出这张图。</source>
        <translation>&quot;{sheet}&quot; lacks {missing} and is left out.</translation>
    </message>
    <message>
        <source>请加载图层并在“数据准备”中指定，或先完成相应的计算。</source>
        <translation>Load the layer and give it its role in &quot;Data&quot;, or do the calculation first.</translation>
    </message>
    <message>
        <source>没有一张图件可以导出。</source>
        <translation>No sheet can be exported.</translation>
    </message>
    <message>
        <source>请先加载县界等图层，并在“数据准备”中指定各图层的用途。</source>
        <translation>Load the county's boundary and other layers, and give them their roles in &quot;Data&quot;.</translation>
    </message>
    <message>
        <source>《{sheet}》不在制图规范的图件目录中，图名和表达为插件自定。</source>
        <translation>&quot;{sheet}&quot; is not in the list of the mapping specification; its title and looks are the plugin's own.</translation>
    </message>
    <message>
        <source>报送前请核对当地的制图要求。</source>
        <translation>Compare with the local mapping rules before you hand it in.</translation>
    </message>
    <message>
        <source>改正后再导出这张图。</source>
        <translation>Mend it, then export this sheet.</translation>
    </message>
    <message>
        <source>《{sheet}》的比例尺是 1:{scale}，不是常用的整数比例尺。</source>
        <translation>The scale of &quot;{sheet}&quot; is 1:{scale}, which is not one of the usual round ones.</translation>
    </message>
    <message>
        <source>请检查县界图层的范围，或改用别的幅面。</source>
        <translation>Check the extent of the county's boundary, or take other paper.</translation>
    </message>
    <message>
        <source>《{sheet}》在 {paper} 上图例字号只有 {points} 磅，难以辨认。</source>
        <translation>On {paper} the legend of &quot;{sheet}&quot; has type of only {points} pt, which is hard to read.</translation>
    </message>
    <message>
        <source>请改用更大的幅面，或减少图层的类别。</source>
        <translation>Take larger paper, or fewer classes in the layers.</translation>
    </message>
    <message>
        <source>请在 QGIS 中重新保存这个样式文件，或把它移出工程文件夹。</source>
        <translation>Please save this style file again in QGIS, or move it out of the project's folder.</translation>
    </message>
    <message>
        <source>《{sheet}》：{text}</source>
        <translation>&quot;{sheet}&quot;: {text}</translation>
    </message>
    <message>
        <source>图片的分辨率是 {dpi} dpi，低于通常要求的 300 dpi。</source>
        <translation>The resolution of the pictures is {dpi} dpi, less than the usual 300 dpi.</translation>
    </message>
    <message>
        <source>报送和印刷请用 300 dpi。</source>
        <translation>Use 300 dpi for what is handed in or printed.</translation>
    </message>
    <message>
        <source>没有可以分幅的对象，做不成图集。</source>
        <translation>There is nothing to divide the sheets by, so no atlas can be made.</translation>
    </message>
    <message>
        <source>按乡镇、村分幅需要相应的图层，按设施类型、整治区分幅需要先算出结果；或者不分幅。</source>
        <translation>By town and by village need the layers, by kind of facility and by zone of remediation need the results; or take no atlas.</translation>
    </message>
    <message>
        <source>“{folder}”是文件，不是文件夹。</source>
        <translation>&quot;{folder}&quot; is a file, not a folder.</translation>
    </message>
    <message>
        <source>“{folder}”无法建立。</source>
        <translation>&quot;{folder}&quot; cannot be made.</translation>
    </message>
    <message>
        <source>文件夹“{folder}”是只读的。</source>
        <translation>The folder &quot;{folder}&quot; is read-only.</translation>
    </message>
    <message>
        <source>请另选一个可以写入的文件夹。</source>
        <translation>Choose a folder that can be written.</translation>
    </message>
    <message>
        <source>{pages} 页约需 {needed} MB，磁盘只剩 {free} MB。</source>
        <translation>Pages: {pages}, about {needed} MB; the disk has {free} MB left.</translation>
    </message>
    <message>
        <source>请腾出空间、另选磁盘，或降低分辨率。</source>
        <translation>Make room, choose another disk, or lower the resolution.</translation>
    </message>
    <message>
        <source>文件夹中有 {count} 个文件正被其他程序打开或为只读：{files}。</source>
        <translation>{count} files in the folder are open in other programs or read-only: {files}.</translation>
    </message>
    <message>
        <source>与之同名的图件会写不进去；请先关闭，或另选文件夹。</source>
        <translation>Sheets of the same names cannot be written; close the files first, or choose another folder.</translation>
    </message>
    <message>
        <source>文件夹中已有 {count} 个图件或表格，同名的会被替换。</source>
        <translation>The folder has {count} sheets or tables already; those of the same names will be replaced.</translation>
    </message>
    <message>
        <source>要保留旧的，请另选文件夹。</source>
        <translation>To keep the old ones, choose another folder.</translation>
    </message>
    <message>
        <source>请核对两者是否同一口径（户籍或常住）、同一年份，村是否齐全。</source>
        <translation>Check that both count the same people (registered or resident) in the same year, and that no village is missing.</translation>
    </message>
    <message>
        <source>{count} 个乡镇的人口密度不在每平方公里 {fewest}—{most} 人之间：{towns}。</source>
        <translation>Towns with a density outside {fewest} to {most} persons/km²: {count} ({towns}).</translation>
    </message>
    <message>
        <source>{town} {density} 人</source>
        <translation>{town} {density}</translation>
    </message>
    <message>
        <source>请核对人口字段的单位（人还是万人）和乡镇界。</source>
        <translation>Check the unit of the population field (persons or ten thousands) and the town boundaries.</translation>
    </message>
    <message>
        <source>图层“{layer}”的字段“{field}”合计 {stated} {unit}，图形的椭球面积合计 {drawn} {unit}，相差 {share}；{count} 条要素相差超过 1%。</source>
        <translation>The field &quot;{field}&quot; of the layer &quot;{layer}&quot; has {stated} {unit} in all, the shapes have {drawn} {unit} on the ellipsoid: a difference of {share}; {count} features differ by more than 1%.</translation>
    </message>
    <message>
        <source>请核对字段的单位和坐标系，或按图形重新计算面积；图上和表中的面积一律取椭球面积。</source>
        <translation>Check the unit of the field and the coordinate system, or compute the areas from the shapes again; sheets and tables always use areas on the ellipsoid.</translation>
    </message>
    <message>
        <source>平方公里</source>
        <translation>km²</translation>
    </message>
    <message>
        <source>公顷</source>
        <translation>ha</translation>
    </message>
    <message>
        <source>万亩</source>
        <translation>10,000 mu</translation>
    </message>
    <message>
        <source>亩</source>
        <translation>mu</translation>
    </message>
    <message>
        <source>平方米</source>
        <translation>m²</translation>
    </message>
    <message>
        <source>指定坐标系后再出图。</source>
        <translation>Give it its coordinate system before the export.</translation>
    </message>
    <message>
        <source>图幅坐标系“{crs}”的单位不是米。</source>
        <translation>The unit of the sheets' system &quot;{crs}&quot; is not the metre.</translation>
    </message>
    <message>
        <source>未设置</source>
        <translation>not set</translation>
    </message>
    <message>
        <source>请把工程坐标系改为 2000 国家大地坐标系的高斯—克吕格投影带。</source>
        <translation>Give the project a Gauss-Krüger zone of CGCS2000.</translation>
    </message>
    <message>
        <source>图幅坐标系是“{crs}”，不是 2000 国家大地坐标系。</source>
        <translation>The system of the sheets is &quot;{crs}&quot;, which is not CGCS2000.</translation>
    </message>
    <message>
        <source>报送的图件应采用 2000 国家大地坐标系；请更改工程坐标系，并确认各图层已正确转换。</source>
        <translation>Sheets that are handed in should be in CGCS2000; change the project's coordinate system and make sure that all layers are transformed rightly.</translation>
    </message>
    <message>
        <source>工程坐标系“{project}”不适合本县出图，图幅改用“{crs}”。</source>
        <translation>The project's system &quot;{project}&quot; does not suit sheets of this county; they use &quot;{crs}&quot;.</translation>
    </message>
    <message>
        <source>要用别的坐标系，请把工程坐标系改为单位为米、本县所在的投影带。</source>
        <translation>For another system, give the project one in metres, of the zone in which the county lies.</translation>
    </message>
    <message>
        <source>县域（东经 {west}°—{east}°）有 {share} 在图幅坐标系的投影带（中央经线 {meridian}°，{from_}°—{to}°）之外。</source>
        <translation>{share} of the county ({west}°–{east}° E) lies outside the zone of the sheets' system (central meridian {meridian}°, {from_}°–{to}°).</translation>
    </message>
    <message>
        <source>长度和面积的变形会偏大；请把工程坐标系改为县域中心所在的投影带，或按当地规定确认。</source>
        <translation>Lengths and areas are distorted more; give the project the zone of the county's middle, or make sure that the local rules want this one.</translation>
    </message>
    <message>
        <source>用地现状</source>
        <translation>Present land use</translation>
    </message>
    <message>
        <source>农业、生态、城镇三类空间</source>
        <translation>Agricultural, ecological and urban space</translation>
    </message>
    <message>
        <source>{title}有 {area} 公顷互相重叠。</source>
        <translation>{title}: {area} ha overlap.</translation>
    </message>
    <message>
        <source>同一处只能属于一类；请用拓扑检查找出重叠并改正。</source>
        <translation>A place belongs to one class only; find the overlaps with a topology check and mend them.</translation>
    </message>
    <message>
        <source>本机没有 {count} 种字体：{fonts}；导出时会换成别的字体，中文可能显示为方框。</source>
        <translation>{count} typefaces are not on this computer: {fonts}; others will be used in the export, and Chinese may turn into boxes.</translation>
    </message>
    <message>
        <source>请安装这些字体（或思源黑体、思源宋体）后重新启动 QGIS。</source>
        <translation>Install these typefaces (or Source Han Sans and Serif) and start QGIS again.</translation>
    </message>
    <message>
        <source>请填写，例如“某某县国土空间总体规划（2021—2035年）”。</source>
        <translation>Fill it in, such as 某某县国土空间总体规划（2021—2035年）.</translation>
    </message>
    <message>
        <source>没有填写规划名称。</source>
        <translation>The title of the plan is empty.</translation>
    </message>
    <message>
        <source>没有填写编制单位，图上不写。</source>
        <translation>The organisation is empty and is not printed.</translation>
    </message>
    <message>
        <source>报送的图件应有编制单位。</source>
        <translation>Sheets that are handed in should name the organisation.</translation>
    </message>
    <message>
        <source>图件标有“{secrecy}”，而 GeoPDF 中带有坐标。</source>
        <translation>The sheets are marked &quot;{secrecy}&quot;, and a GeoPDF holds coordinates.</translation>
    </message>
    <message>
        <source>请按保密要求管理文件；不需要坐标时改用 PDF。</source>
        <translation>Handle the files as the secrecy demands; use PDF where coordinates are not needed.</translation>
    </message>
    <message>
        <source>规划名称“{title}”中没有县界图层里的县名“{county}”。</source>
        <translation>The title of the plan &quot;{title}&quot; does not have the county's name &quot;{county}&quot; of the boundary layer.</translation>
    </message>
    <message>
        <source>请核对规划名称和县界图层是不是同一个县。</source>
        <translation>Check that the title of the plan and the boundary are of the same county.</translation>
    </message>
    <message>
        <source>规划名称中的期限“{period}”起止颠倒。</source>
        <translation>The period &quot;{period}&quot; in the title of the plan ends before it begins.</translation>
    </message>
    <message>
        <source>请改正规划名称。</source>
        <translation>Correct the title of the plan.</translation>
    </message>
    <message>
        <source>没有填写日期，图上不写。</source>
        <translation>The date is empty and is not printed.</translation>
    </message>
    <message>
        <source>报送的图件应有编制日期。</source>
        <translation>Sheets that are handed in should have a date.</translation>
    </message>
    <message>
        <source>从日期“{date}”中看不出是哪一年。</source>
        <translation>The date &quot;{date}&quot; does not tell the year.</translation>
    </message>
    <message>
        <source>日期“{date}”在将来。</source>
        <translation>The date &quot;{date}&quot; lies in the future.</translation>
    </message>
    <message>
        <source>日期“{date}”早于 2000 年。</source>
        <translation>The date &quot;{date}&quot; is before 2000.</translation>
    </message>
    <message>
        <source>请写成“2026年1月”的样子并核对。</source>
        <translation>Write it like 2026年1月 and check it.</translation>
    </message>
    <message>
        <source>{name}（未完成）</source>
        <translation>{name} (not complete)</translation>
    </message>
    <message>
        <source>导出中途取消，只有已完成的 {pages} 页。</source>
        <translation>The export was cancelled; pages finished before: {pages}.</translation>
    </message>
    <message>
        <source>{plan}图集</source>
        <translation>Atlas of the {plan}</translation>
    </message>
    <message>
        <source>调查型</source>
        <translation>Survey</translation>
    </message>
    <message>
        <source>管控型</source>
        <translation>Control</translation>
    </message>
    <message>
        <source>示意型</source>
        <translation>Indicative</translation>
    </message>
    <message>
        <source>“{title}”没有画成：{reason}</source>
        <translation>“{title}” could not be drawn: {reason}</translation>
    </message>
    <message>
        <source>导出中途取消，没有画到这一张。</source>
        <translation>The export was cancelled before this sheet was drawn.</translation>
    </message>
    <message>
        <source>绘图进程在这一页意外退出或停住，这一页没有画。</source>
        <translation>The drawing process ended or stopped at this page; the page was not drawn.</translation>
    </message>
    <message>
        <source>图件目录</source>
        <translation>List of sheets</translation>
    </message>
    <message>
        <source>{largest} 至 {smallest}</source>
        <translation>{largest} to {smallest}</translation>
    </message>
    <message>
        <source>缺少：{what}</source>
        <translation>Missing: {what}</translation>
    </message>
    <message>
        <source>正在装订图集</source>
        <translation>Binding the atlas</translation>
    </message>
    <message>
        <source>正在准备 {count} 个绘图进程</source>
        <translation>Starting {count} drawing processes</translation>
    </message>
    <message>
        <source>程序出错（{error}），详情见日志面板。</source>
        <translation>The program failed ({error}); see the log panel for details.</translation>
    </message>
    <message>
        <source>已取消，完成的 {made} 页已保存</source>
        <translation>Cancelled; pages finished and saved: {made}</translation>
    </message>
    <message>
        <source>完成 {made} 页，{failed} 页没有画成</source>
        <translation>Pages finished: {made}; could not be drawn: {failed}</translation>
    </message>
    <message>
        <source>全部 {total} 页已完成</source>
        <translation>All pages are finished: {total}</translation>
    </message>
    <message>
        <source>正在绘制第 {at} 页，共 {total} 页：{title}</source>
        <translation>Drawing page {at} of {total}: {title}</translation>
    </message>
    <message>
        <source>多个进程正在绘图，已完成 {done} 页，共 {total} 页</source>
        <translation>Several processes are drawing: {done} of {total} pages are finished</translation>
    </message>
    <message>
        <source>淡化的地形</source>
        <translation>Pale terrain</translation>
    </message>
    <message>
        <source>格局要素名称</source>
        <translation>Names of structure elements</translation>
    </message>
    <message>
        <source>（建议）</source>
        <translation> (proposed)</translation>
    </message>
    <message>
        <source>{clause}（应有 {count}，图示 {shown}）</source>
        <translation>{clause} ({count} named, {shown} shown)</translation>
    </message>
    <message>
        <source>{clause}（{shown}）</source>
        <translation>{clause} ({shown})</translation>
    </message>
    <message>
        <source>模板“{file}”中没有编号为 {items} 的条目，这些内容没有放上图。</source>
        <translation>The template “{file}” has no items with the ids {items}; what they hold is not on the sheet.</translation>
    </message>
    <message>
        <source>模板“{file}”中的 {items} 放不下全部内容，已向下加高，请检查是否压住其他内容。</source>
        <translation>The items {items} of the template “{file}” were too low for all they hold and have been made taller; check that they cover nothing else.</translation>
    </message>
    <message>
        <source>风向频率“{text}”应为 8 个或 16 个不小于 0 的数，从北开始顺时针，用逗号或空格分开；请改正，或留空不画玫瑰图。</source>
        <translation>The wind frequencies &quot;{text}&quot; must be 8 or 16 numbers of at least 0, from north clockwise, separated by commas or spaces; correct them, or leave them empty for no wind rose.</translation>
    </message>
    <message>
        <source>已导出 {pages} 页，{count} 个文件。</source>
        <translation>Exported; pages: {pages}, files: {count}.</translation>
    </message>
    <message>
        <source>都在 {folder} 中。</source>
        <translation>All in {folder}.</translation>
    </message>
    <message>
        <source>没有导出《{sheet}》：{reason}</source>
        <translation>“{sheet}” was not exported: {reason}</translation>
    </message>
    <message>
        <source>没有《{sheet}》：{reason}</source>
        <translation>No “{sheet}”: {reason}</translation>
    </message>
    <message>
        <source>检查通过，没有发现问题。</source>
        <translation>Checked; nothing was found.</translation>
    </message>
    <message>
        <source>检查完毕：{error} 处错误，{warning} 处提醒，{info} 处说明。</source>
        <translation>Checked. Errors: {error}; warnings: {warning}; notes: {info}.</translation>
    </message>
    <message>
        <source>错误：{message}</source>
        <translation>Error: {message}</translation>
    </message>
    <message>
        <source>提醒：{message}</source>
        <translation>Warning: {message}</translation>
    </message>
    <message>
        <source>说明：{message}</source>
        <translation>Note: {message}</translation>
    </message>
    <message>
        <source>{paper} 竖</source>
        <translation>{paper} upright</translation>
    </message>
    <message>
        <source>图件存到哪个文件夹</source>
        <translation>Folder for the sheets</translation>
    </message>
    <message>
        <source>还没有勾选图件；请先在上面勾选。</source>
        <translation>No sheet is ticked; tick some above.</translation>
    </message>
    <message>
        <source>还没有选文件夹；请指定图件存到哪里。</source>
        <translation>No folder yet; say where the sheets are to go.</translation>
    </message>
    <message>
        <source>不分页，每幅图一页</source>
        <translation>No atlas, one page a sheet</translation>
    </message>
    <message>
        <source>按乡镇分页</source>
        <translation>By town</translation>
    </message>
    <message>
        <source>按设施类型分页</source>
        <translation>By kind of facility</translation>
    </message>
    <message>
        <source>按整治区分页</source>
        <translation>By remediation zone</translation>
    </message>
    <message>
        <source>按行政村分页</source>
        <translation>By village</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PNG 图片</source>
        <translation>PNG picture</translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>GeoPDF（带坐标系）</source>
        <translation>GeoPDF (with coordinates)</translation>
    </message>
    <message>
        <source>检查出错误，没有导出。请按下面的建议改正；要照样导出，请再按一次导出。</source>
        <translation>The check found errors and nothing was exported. Mend them as advised below, or press export again to export all the same.</translation>
    </message>
    <message>
        <source>导出 {count} 幅图</source>
        <translation>Export sheets ({count})</translation>
    </message>
    <message>
        <source>导出没有完成，原因不明：{reason}</source>
        <translation>The export did not finish for an unknown reason: {reason}</translation>
    </message>
    <message>
        <source>{number:02d}　{title}
{type}</source>
        <translation>{number:02d}  {title}
{type}</translation>
    </message>
    <message>
        <source>写下格局口号，逐条落到图上：已有的要素指定，缺少的给出建议，对不上的指出来。</source>
        <translation>Write the slogan of the structure and put it on the map clause by clause: assign what there is, get proposals for what is missing, see what does not fit.</translation>
    </message>
    <message>
        <source>生成总体格局</source>
        <translation>Make the structure</translation>
    </message>
    <message>
        <source>口号</source>
        <translation>Slogan</translation>
    </message>
    <message>
        <source>没有乡镇，不能建议核、轴和片区。</source>
        <translation>Without towns no cores, axes or zones are proposed.</translation>
    </message>
    <message>
        <source>没有道路，不能建议沿交通干线的轴。</source>
        <translation>Without roads no axes along trunk roads are proposed.</translation>
    </message>
    <message>
        <source>没有河流，不能建议水系廊道。</source>
        <translation>Without rivers no river corridors are proposed.</translation>
    </message>
    <message>
        <source>没有高程，不能沿山脊建议生态屏障。</source>
        <translation>Without terrain no screens along ridges are proposed.</translation>
    </message>
    <message>
        <source>没有县界，不核对片区是否铺满县域。</source>
        <translation>Without the county boundary it is not checked whether zones cover the county.</translation>
    </message>
    <message>
        <source>驻地</source>
        <translation>Seats</translation>
    </message>
    <message>
        <source>没有驻地，取乡镇范围内的一点。</source>
        <translation>Without seats a point within the town is taken.</translation>
    </message>
    <message>
        <source>驻地名称</source>
        <translation>Name of the seat</translation>
    </message>
    <message>
        <source>道路等级</source>
        <translation>Road class</translation>
    </message>
    <message>
        <source>河流名称</source>
        <translation>Name of the river</translation>
    </message>
    <message>
        <source>河流等级</source>
        <translation>Level of the river</translation>
    </message>
    <message>
        <source>没有产业园区，不能建议园。</source>
        <translation>Without industrial parks no parks are proposed.</translation>
    </message>
    <message>
        <source>园区名称</source>
        <translation>Name of the park</translation>
    </message>
    <message>
        <source>没有山峰，屏障不以山命名。</source>
        <translation>Without peaks screens are not named by mountains.</translation>
    </message>
    <message>
        <source>山峰名称</source>
        <translation>Name of the peak</translation>
    </message>
    <message>
        <source>没有自然保护地。</source>
        <translation>There are no nature reserves.</translation>
    </message>
    <message>
        <source>没有风景名胜区。</source>
        <translation>There are no scenic areas.</translation>
    </message>
    <message>
        <source>轴端距核</source>
        <translation>Axis end to core</translation>
    </message>
    <message>
        <source>轴的端点离核或节点最远多少仍算接上。</source>
        <translation>How far an end of an axis may be from a core or node and still count as joined.</translation>
    </message>
    <message>
        <source>廊道距河</source>
        <translation>Corridor to river</translation>
    </message>
    <message>
        <source>廊道离河流或道路最远多少仍算沿着。</source>
        <translation>How far a corridor may be from a river or road and still count as along it.</translation>
    </message>
    <message>
        <source>例如：双核引领、两园驱动、一屏六廊</source>
        <translation>For example: 双核引领、两园驱动、一屏六廊</translation>
    </message>
    <message>
        <source>请写下总体格局的口号。</source>
        <translation>Please write the slogan of the structure.</translation>
    </message>
    <message>
        <source>融合规划 · 总体格局</source>
        <translation>Ronghe · Structure</translation>
    </message>
    <message>
        <source>格局（点）</source>
        <translation>Structure (points)</translation>
    </message>
    <message>
        <source>格局（线）</source>
        <translation>Structure (lines)</translation>
    </message>
    <message>
        <source>格局（面）</source>
        <translation>Structure (areas)</translation>
    </message>
    <message>
        <source>县域国土空间总体格局规划图</source>
        <translation>Spatial structure of the county</translation>
    </message>
    <message>
        <source>点击一条，看它的空间对象；可以采纳建议、指定选中的要素，或在图上画。</source>
        <translation>Click a clause to see its elements; accept proposals, assign selected features, or draw.</translation>
    </message>
    <message>
        <source>点击一行，地图移到该对象，这里给出依据；建议的可以采纳，已定的可以退回。</source>
        <translation>Click a row: the map moves to the element and its basis is shown here. Proposals can be accepted, settled elements returned.</translation>
    </message>
    <message>
        <source>点击一行，这里给出说明。</source>
        <translation>Click a row: its explanation is shown here.</translation>
    </message>
    <message>
        <source>口号中没有可以落图的要素。</source>
        <translation>The slogan has no clause that can be drawn.</translation>
    </message>
    <message>
        <source>没有对象；请加载图层，或在地图上画。</source>
        <translation>There are no elements; load layers, or draw them.</translation>
    </message>
    <message>
        <source>没有可以核对的内容。</source>
        <translation>There is nothing to check.</translation>
    </message>
    <message>
        <source>核对 {count}</source>
        <translation>Check {count}</translation>
    </message>
    <message>
        <source>核对 ✓</source>
        <translation>Check ✓</translation>
    </message>
    <message>
        <source>口号 {clauses} 条：{settled} 个对象已定，{proposed} 个为建议</source>
        <translation>Clauses: {clauses}; elements settled: {settled}, proposed: {proposed}</translation>
    </message>
    <message>
        <source>已定的格局要素图层被移除；请重新生成总体格局。</source>
        <translation>A layer of settled elements was removed; make the structure again.</translation>
    </message>
    <message>
        <source>“{clause}”：{meaning}。对象：{names}。</source>
        <translation>“{clause}”: {meaning}. Elements: {names}.</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>{name}（{clause}）：{basis}</source>
        <translation>{name} ({clause}): {basis}</translation>
    </message>
    <message>
        <source>应有</source>
        <translation>Wanted</translation>
    </message>
    <message>
        <source>“多”为两个以上</source>
        <translation>“several” means two or more</translation>
    </message>
    <message>
        <source>已定</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>已经指定或画出的对象数</source>
        <translation>Elements that are assigned or drawn</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>插件建议、还没有采纳的对象数</source>
        <translation>Elements that the plugin proposes and nobody has accepted</translation>
    </message>
    <message>
        <source>画作</source>
        <translation>Drawn as</translation>
    </message>
    <message>
        <source>含义</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>建议的对象在采纳以前不算已定</source>
        <translation>A proposal is not settled until it is accepted</translation>
    </message>
    <message>
        <source>多</source>
        <translation>several</translation>
    </message>
    <message>
        <source>不符 {count} 条</source>
        <translation>{count} wrong</translation>
    </message>
    <message>
        <source>提醒 {count} 条</source>
        <translation>{count} to look at</translation>
    </message>
    <message>
        <source>相符 {count} 条</source>
        <translation>{count} right</translation>
    </message>
    <message>
        <source>全部采纳</source>
        <translation>Accept all</translation>
    </message>
    <message>
        <source>所有建议的对象都成为已定的要素</source>
        <translation>All proposals become settled elements</translation>
    </message>
    <message>
        <source>采纳</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>选中的建议成为已定的要素；选中的是一条口号时，采纳它的全部建议</source>
        <translation>The chosen proposal becomes a settled element; of a clause, all its proposals</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>选中的已定要素不再算数，重新由插件建议；选中的是一条口号时，退回它的全部要素</source>
        <translation>The chosen element is no longer settled, and the plugin proposes again; of a clause, all its elements</translation>
    </message>
    <message>
        <source>指定选中</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>当前图层中选中的要素，成为选中那条口号的对象</source>
        <translation>The features selected in the current layer become elements of the chosen clause</translation>
    </message>
    <message>
        <source>在图上画</source>
        <translation>Draw</translation>
    </message>
    <message>
        <source>为选中那条口号画新的对象，保存并结束编辑后自动重新生成</source>
        <translation>Draw new elements for the chosen clause; when editing is saved and ended, the structure is made again</translation>
    </message>
    <message>
        <source>套用样式</source>
        <translation>Style layer</translation>
    </message>
    <message>
        <source>当前图层套用选中那条口号的格局符号，并按显示字段注记</source>
        <translation>The current layer takes the symbol of the chosen clause, and is labelled by its display field</translation>
    </message>
    <message>
        <source>在格局要素图层中没有找到这个对象，可能已经改过；请重新生成总体格局。</source>
        <translation>This element was not found among the settled ones and may have been changed; make the structure again.</translation>
    </message>
    <message>
        <source>请先在图层面板中选一个图层，并在地图上选中要素，再指定给“{clause}”。</source>
        <translation>Choose a layer in the layer panel and select features on the map, then assign them to “{clause}”.</translation>
    </message>
    <message>
        <source>正在画“{clause}”：在地图上点击，右键结束；保存并结束编辑后自动重新生成。</source>
        <translation>Drawing “{clause}”: click on the map, right-click to end; when editing is saved and ended, the structure is made again.</translation>
    </message>
    <message>
        <source>请先在图层面板中选一个{shape}图层，再套用“{clause}”的样式。</source>
        <translation>Choose a {shape} layer in the layer panel, then apply the style of “{clause}”.</translation>
    </message>
    <message>
        <source>图层“{layer}”已套用“{clause}”的样式。</source>
        <translation>Layer “{layer}” has the style of “{clause}”.</translation>
    </message>
    <message>
        <source>“{clause}”画作{shape}，图层“{layer}”的几何类型不符，没有套用样式。</source>
        <translation>“{clause}” is drawn as {shape}; layer “{layer}” has another geometry and was not styled.</translation>
    </message>
    <message>
        <source>读作：{clauses}</source>
        <translation>Read as: {clauses}</translation>
    </message>
    <message>
        <source>{text}（两个以上，{shape}）</source>
        <translation>{text} (two or more, {shape})</translation>
    </message>
    <message>
        <source>{text}（{count} 个，{shape}）</source>
        <translation>{text} ({count}, {shape})</translation>
    </message>
    <message>
        <source>三类空间</source>
        <translation>Three spaces</translation>
    </message>
    <message>
        <source>农业、生态、城镇空间有没有重叠和空白，面积怎样平衡，与三条控制线有没有冲突。</source>
        <translation>Whether agricultural, ecological and urban space overlap or leave gaps, how their areas balance, and whether they conflict with the three control lines.</translation>
    </message>
    <message>
        <source>核对三类空间</source>
        <translation>Check the three spaces</translation>
    </message>
    <message>
        <source>还没有{space}图层；请加载，或在“数据准备”中指定。</source>
        <translation>There is no layer of {space}; load one, or name it under “Data”.</translation>
    </message>
    <message>
        <source>没有这条控制线，不核对。</source>
        <translation>Without this control line it is not checked.</translation>
    </message>
    <message>
        <source>更小的碎斑只计数和面积，不逐处列出。</source>
        <translation>Smaller slivers are counted and measured, not listed one by one.</translation>
    </message>
    <message>
        <source>没有乡镇界，只作全县平衡。</source>
        <translation>Without town borders only the county is balanced.</translation>
    </message>
    <message>
        <source>融合规划 · 三类空间</source>
        <translation>Ronghe · Three spaces</translation>
    </message>
    <message>
        <source>县域三类空间规划图</source>
        <translation>Three spaces of the county</translation>
    </message>
    <message>
        <source>面积平衡</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>各乡镇五项合计等于乡镇面积，最后一行为全县。</source>
        <translation>The five items of a town add up to its area; the last row is the county.</translation>
    </message>
    <message>
        <source>重叠</source>
        <translation>Overlaps</translation>
    </message>
    <message>
        <source>点击一行，地图移到重叠处。</source>
        <translation>Click a row: the map moves to the overlap.</translation>
    </message>
    <message>
        <source>空白</source>
        <translation>Gaps</translation>
    </message>
    <message>
        <source>点击一行，地图移到未划入处。</source>
        <translation>Click a row: the map moves to the gap.</translation>
    </message>
    <message>
        <source>冲突</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>点击一行，地图移到冲突处，这里给出说明。</source>
        <translation>Click a row: the map moves to the conflict, which is explained here.</translation>
    </message>
    <message>
        <source>没有可以平衡的面积。</source>
        <translation>There is no area to balance.</translation>
    </message>
    <message>
        <source>{space} {share} %</source>
        <translation>{space} {share} %</translation>
    </message>
    <message>
        <source>按面积由大到小</source>
        <translation>By area, largest first</translation>
    </message>
    <message>
        <source>没有重叠。</source>
        <translation>No overlaps.</translation>
    </message>
    <message>
        <source>没有空白。</source>
        <translation>No gaps.</translation>
    </message>
    <message>
        <source>没有冲突，或没有给出控制线。</source>
        <translation>No conflicts, or no control lines were given.</translation>
    </message>
    <message>
        <source>重叠 {overlaps} 处，空白 {gaps} 处，三区三线冲突 {conflicts} 处</source>
        <translation>Overlaps: {overlaps}; gaps: {gaps}; conflicts with control lines: {conflicts}</translation>
    </message>
    <message>
        <source>{zone}：{a}与{b}重叠 {area} 公顷。</source>
        <translation>{zone}: {a} and {b} overlap on {area} ha.</translation>
    </message>
    <message>
        <source>{zone}：{area} 公顷没有划入任何空间。</source>
        <translation>{zone}: {area} ha are in no space.</translation>
    </message>
    <message>
        <source>农业 公顷</source>
        <translation>Agriculture ha</translation>
    </message>
    <message>
        <source>生态 公顷</source>
        <translation>Ecology ha</translation>
    </message>
    <message>
        <source>城镇 公顷</source>
        <translation>Urban ha</translation>
    </message>
    <message>
        <source>重叠 公顷</source>
        <translation>Overlap ha</translation>
    </message>
    <message>
        <source>未划入 公顷</source>
        <translation>Unassigned ha</translation>
    </message>
    <message>
        <source>合计 公顷</source>
        <translation>Total ha</translation>
    </message>
    <message>
        <source>空间甲</source>
        <translation>Space A</translation>
    </message>
    <message>
        <source>空间乙</source>
        <translation>Space B</translation>
    </message>
    <message>
        <source>所在空间</source>
        <translation>Lies in</translation>
    </message>
    <message>
        <source>按人口、职能和路网中心性给乡镇评分分级，并算出乡镇之间的联系。</source>
        <translation>Towns scored and ranked by population, functions and centrality on the road network, and the links between them.</translation>
    </message>
    <message>
        <source>计算城镇体系</source>
        <translation>Compute the town system</translation>
    </message>
    <message>
        <source>还没有乡镇图层；请加载乡镇（点或面），或在“数据准备”中指定。</source>
        <translation>There is no layer of towns; load towns (points or areas), or name it under “Data”.</translation>
    </message>
    <message>
        <source>没有人口字段，不能评分。</source>
        <translation>Without a field of the population nothing is scored.</translation>
    </message>
    <message>
        <source>没有设施，职能不参与评分。</source>
        <translation>Without facilities functions take no part in the score.</translation>
    </message>
    <message>
        <source>没有道路，中心性不参与评分，联系按直线距离计算。</source>
        <translation>Without roads centrality takes no part in the score, and links go by the distance as the crow flies.</translation>
    </message>
    <message>
        <source>分几级</source>
        <translation>Levels</translation>
    </message>
    <message>
        <source> 级</source>
        <translation> levels</translation>
    </message>
    <message>
        <source>自然断点分级；三级为中心城区、重点镇、一般镇（乡）。</source>
        <translation>By natural breaks; three levels are Central town, Key town, Ordinary town.</translation>
    </message>
    <message>
        <source>规划等级</source>
        <translation>Planned level</translation>
    </message>
    <message>
        <source>没有等级字段，不与规划的等级对照。</source>
        <translation>Without a field of the level it is not compared with the plan.</translation>
    </message>
    <message>
        <source>设施级别</source>
        <translation>Level of facility</translation>
    </message>
    <message>
        <source>车速</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>权重：人口</source>
        <translation>Weight: population</translation>
    </message>
    <message>
        <source>权重：职能</source>
        <translation>Weight: functions</translation>
    </message>
    <message>
        <source>权重：中心性</source>
        <translation>Weight: centrality</translation>
    </message>
    <message>
        <source>三项权重按合计归一。</source>
        <translation>The three weights are divided by their sum.</translation>
    </message>
    <message>
        <source>距离指数</source>
        <translation>Exponent of distance</translation>
    </message>
    <message>
        <source>引力与行车时间的几次方成反比，规划取值。</source>
        <translation>Attraction falls with this power of the driving time; a planning value.</translation>
    </message>
    <message>
        <source>融合规划 · 城镇体系</source>
        <translation>Ronghe · Town system</translation>
    </message>
    <message>
        <source>县域城镇体系规划图</source>
        <translation>Town system of the county</translation>
    </message>
    <message>
        <source>点击一行，地图移到该乡镇，这里给出得分的组成。</source>
        <translation>Click a row: the map moves to the town, and the parts of its score are shown here.</translation>
    </message>
    <message>
        <source>点击一行，地图移到这条联系。</source>
        <translation>Click a row: the map moves to the link.</translation>
    </message>
    <message>
        <source>没有可以分级的乡镇。</source>
        <translation>There is no town to rank.</translation>
    </message>
    <message>
        <source>{town}：{level}，得分 {score}（人口 {people}，职能 {functions}，中心性 {centrality}）。{note}</source>
        <translation>{town}: {level}, score {score} (population {people}, functions {functions}, centrality {centrality}). {note}</translation>
    </message>
    <message>
        <source>{a}—{b}：占全部联系的 {share} %，行车 {minutes} 分钟，{km} 公里。</source>
        <translation>{a}–{b}: {share} % of all links, {minutes} minutes by car, {km} km.</translation>
    </message>
    <message>
        <source>按得分由高到低</source>
        <translation>By score, highest first</translation>
    </message>
    <message>
        <source>得分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>0–1</source>
        <translation>0–1</translation>
    </message>
    <message>
        <source>人口得分 0–1</source>
        <translation>Score of the population, 0–1</translation>
    </message>
    <message>
        <source>职能得分 0–1，“—”为没有参与评分</source>
        <translation>Score of the functions, 0–1; “—” takes no part</translation>
    </message>
    <message>
        <source>中心性</source>
        <translation>Centrality</translation>
    </message>
    <message>
        <source>路网中心性得分 0–1，“—”为没有参与评分</source>
        <translation>Score of the centrality on the roads, 0–1; “—” takes no part</translation>
    </message>
    <message>
        <source>按联系强度由强到弱</source>
        <translation>By strength, strongest first</translation>
    </message>
    <message>
        <source>乡镇甲</source>
        <translation>Town A</translation>
    </message>
    <message>
        <source>乡镇乙</source>
        <translation>Town B</translation>
    </message>
    <message>
        <source>占比 %</source>
        <translation>Share %</translation>
    </message>
    <message>
        <source>占全部联系</source>
        <translation>Of all links</translation>
    </message>
    <message>
        <source>行车 分钟</source>
        <translation>Drive min</translation>
    </message>
    <message>
        <source>“—”为没有道路，按直线距离计算</source>
        <translation>“—”: no roads, as the crow flies</translation>
    </message>
    <message>
        <source>距离 公里</source>
        <translation>Distance km</translation>
    </message>
    <message>
        <source>{level} {count} 个</source>
        <translation>{level}: {count}</translation>
    </message>
    <message>
        <source>{title}（{count} 页）</source>
        <translation>{title} (pages: {count})</translation>
    </message>
    <message>
        <source>按乡镇分页（没有乡镇的面图层）</source>
        <translation>By town (no layer of town areas)</translation>
    </message>
    <message>
        <source>按设施类型分页（还没有计算服务覆盖）</source>
        <translation>By kind of facility (coverage not computed yet)</translation>
    </message>
    <message>
        <source>按整治区分页（还没有划定整治区）</source>
        <translation>By remediation zone (no zones drawn yet)</translation>
    </message>
    <message>
        <source>按行政村分页（没有行政村图层）</source>
        <translation>By village (no layer of villages)</translation>
    </message>
    <message>
        <source>工程中的图层被移除，已停止；已完成的图件仍在文件夹中。</source>
        <translation>Layers of the project were removed and work has stopped; finished sheets are still in the folder.</translation>
    </message>
    <message>
        <source>导出 {count} 幅图，{pages} 页</source>
        <translation>Export sheets ({count}), pages: {pages}</translation>
    </message>
    <message>
        <source>{number:02d}　{title}
缺少{missing}</source>
        <translation>{number:02d}  {title}
Missing: {missing}</translation>
    </message>
    <message>
        <source>{river}{side}岸</source>
        <translation>{river}, {side} bank</translation>
    </message>
    <message>
        <source>口号括注中写明的{town}，在城镇等级中居第 {number} 位{level}{people}。</source>
        <translation>Named in the brackets of the slogan: {town}, number {number} in the town hierarchy{level}{people}.</translation>
    </message>
    <message>
        <source>{river}的{side}岸，离河道约 {m} 米，只示意走向。</source>
        <translation>The bank {side} of {river}, about {m} m from the river; only the direction is shown.</translation>
    </message>
    <message>
        <source>，等级为 {level} 级</source>
        <translation>, of level {level}</translation>
    </message>
    <message>
        <source>{name} {count} 处</source>
        <translation>{name}: {count}</translation>
    </message>
    <message>
        <source>同名的图形按一个要素计（{names}）；不是同一要素的，请改名。</source>
        <translation>Shapes of one name count as one element ({names}). Rename those that are not the same.</translation>
    </message>
    <message>
        <source>“{texts}”没有可以画出的要素；请写成“数词＋要素”的样子，例如：一核两轴三区。</source>
        <translation>“{texts}” names nothing that can be drawn. Write a numeral and an element, for example: 一核两轴三区.</translation>
    </message>
    <message>
        <source>{count} 个乡镇的人口为 0（{names}），按缺失处理；请核对人口字段。</source>
        <translation>Towns with a population of 0, taken as missing: {count} ({names}). Check the field of population.</translation>
    </message>
    <message>
        <source>{place}禁止开采区占矿产资源区面积</source>
        <translation>Prohibited share of the mineral resource areas in {place}</translation>
    </message>
    <message>
        <source>{place}矿产资源区</source>
        <translation>Mineral resource areas in {place}</translation>
    </message>
    <message>
        <source>已取消；完成的页已存入文件夹。</source>
        <translation>Cancelled; the pages that are finished are in the folder.</translation>
    </message>
    <message>
        <source>已取消，没有留下文件。</source>
        <translation>Cancelled; no file was left.</translation>
    </message>
    <message>
        <source>还不能出的图</source>
        <translation>Sheets that cannot be made yet</translation>
    </message>
    <message>
        <source>图名竖排在图的一侧（不勾选取工程中的）</source>
        <translation>Title of the sheet upright beside the map (unticked: as in the project)</translation>
    </message>
    <message>
        <source>取自图层“{layer}”。</source>
        <translation>From the layer &quot;{layer}&quot;.</translation>
    </message>
    <message>
        <source>口号写“多”，可选的有 {candidates} 个，按重要程度建议最前的 {most} 个，可自行增减。</source>
        <translation>The slogan says “several”: there are {candidates} candidates, of which the first {most} by importance are proposed; add or remove some as you see fit.</translation>
    </message>
    <message>
        <source>{towns}没有驻地，位置取乡镇范围内的一点，请移到镇区。</source>
        <translation>No seat is known for {towns}: the place is a point inside the area; move it into the town.</translation>
    </message>
    <message>
        <source>{count} 个乡镇没有找到驻地（{names}），核和轴取其范围内的一点；请核对驻地的名称和位置。</source>
        <translation>No seat was found for these towns ({count}): {names}. Cores and axes stand at a point inside their areas; check the names and places of the seats.</translation>
    </message>
    <message>
        <source>没有给出乡镇驻地，{count} 个乡镇的核和轴取其范围内的一点，不在镇区；请给出乡镇驻地图层后重新生成。</source>
        <translation>No layer of town seats was given: cores and axes of the towns ({count}) stand at some point of their areas, not in the town itself. Give the seats and run again.</translation>
    </message>
    <message>
        <source>口号中有读不懂的部分：{parts}。读懂的有：{readable}。请把读不懂的部分改成“几个＋什么”，什么可以是核、轴、带、廊、屏、环、区、园、组团或节点；例如“沿河绿色长廊”改成“一廊”，“产业兴旺”一类说明性的话请删去。</source>
        <translation>Parts of the slogan cannot be read: {parts}. Understood: {readable}. Write each part as a number and a thing: 核 (core), 轴 (axis), 带 (belt), 廊 (corridor), 屏 (screen), 环 (ring), 区 (zone), 园 (park), 组团 (cluster) or 节点 (node); for “沿河绿色长廊” write “一廊”, and leave out words that only explain, such as “产业兴旺”.</translation>
    </message>
    <message>
        <source>口号读不懂：{parts}。请写成“几个＋什么”，什么可以是核、轴、带、廊、屏、环、区、园、组团或节点，例如：一核两轴三区、双核引领、一屏六廊、多组团。</source>
        <translation>The slogan cannot be read: {parts}. Write numbers and things: 核 (core), 轴 (axis), 带 (belt), 廊 (corridor), 屏 (screen), 环 (ring), 区 (zone), 园 (park), 组团 (cluster) or 节点 (node), for example 一核两轴三区, 双核引领, 一屏六廊, 多组团.</translation>
    </message>
    <message>
        <source>{count} 个乡镇中只有 {known} 个填了职能指标“{field}”，不能区分乡镇，这项指标不计入职能；请补填后重算。</source>
        <translation>The indicator “{field}” has a value in {known} of {count} towns, which does not tell them apart: it is left out of the functions. Fill it in and run again.</translation>
    </message>
    <message>
        <source>职能指标“{field}”在 {count} 个乡镇都一样（{value}），不能区分乡镇，不计入职能；请核对字段。</source>
        <translation>The indicator “{field}” is the same ({value}) in all {count} towns and does not tell them apart: it is left out of the functions. Check the field.</translation>
    </message>
    <message>
        <source>{count} 个乡镇中填了人口（大于 0）的有 {known} 个，人口不能区分乡镇，其权重按比例分给其余各项，实际权重为{used}；请在字段“{field}”中补填{names}的人口后重算。</source>
        <translation>Towns with a population above 0: {known} of {count}. The population does not tell the towns apart, and its weight is shared among the others (weights used: {used}). Fill in the field “{field}” for {names} and run again.</translation>
    </message>
    <message>
        <source>乡镇之间没有可以计算的联系：联系按两地人口计算，{count} 个乡镇中填了人口（大于 0）的有 {known} 个，请在字段“{field}”中补填</source>
        <translation>no links between towns: a link is computed from the population of both ends, and only {known} of {count} towns have one above 0; fill in the field “{field}”</translation>
    </message>
    <message>
        <source>乡镇之间没有可以计算的联系：填了人口的 {known} 个乡镇之间没有连通的道路，请检查道路</source>
        <translation>no links between towns: no connected road joins the {known} towns that have a population; check the roads</translation>
    </message>
    <message>
        <source>没有可以区分乡镇的评分内容：人口、职能和中心性或者没有给出，或者各乡镇都一样，或者权重为 0；{count} 个乡镇中填了人口（大于 0）的有 {known} 个；请补填人口，或检查指标字段、设施、道路和权重后重算。</source>
        <translation>Nothing tells the towns apart: population, functions and centrality are missing, the same everywhere, or weighted 0. Towns with a population above 0: {known} of {count}. Fill in the population, or check the indicator fields, facilities, roads and weights, then run again.</translation>
    </message>
    <message>
        <source>{count} 个乡镇分为 {levels} 级：{each}；{reason}</source>
        <translation>Towns: {count}, levels: {levels} — {each}; {reason}</translation>
    </message>
    <message>
        <source>{label}图层“{name}”的数据源打不开（文件可能已移动、改名或删除）；请在图层面板中右键该图层，用“更改数据源…”指到现在的文件，或改选图层。</source>
        <translation>The data source of the layer “{name}” ({label}) cannot be opened: the file may have been moved, renamed or deleted. Right-click the layer in the layer panel and point “Change Data Source…” at the file, or choose another layer.</translation>
    </message>
    <message>
        <source>重叠
（公顷）</source>
        <translation>Overlap
(ha)</translation>
    </message>
    <message>
        <source>未划入
（公顷）</source>
        <translation>In no space
(ha)</translation>
    </message>
    <message>
        <source>三类空间相互重叠 {area} 公顷，单列而不计入任何一类空间，须在“空间格局”中核对。</source>
        <translation>{area} ha lie in more than one of the three spaces; they are listed apart and counted in none of them. Check them in &quot;Spatial structure&quot;.</translation>
    </message>
    <message>
        <source>三条控制线与三类空间冲突 {count} 处、{area} 公顷，须在“空间格局”中核对。</source>
        <translation>{count} places where the three control lines conflict with the three spaces, {area} ha; check them in &quot;Spatial structure&quot;.</translation>
    </message>
    <message>
        <source>农业空间、生态空间的面积含三类空间相互重叠的部分，三类空间规划图中重叠单列。</source>
        <translation>The areas of agricultural and ecological space include what the three spaces share; the sheet of the three spaces lists overlaps apart.</translation>
    </message>
    <message>
        <source>本图范围为{village}周围 {km:g} 公里，数据按此范围统计。</source>
        <translation>The page shows {km:g} km around {village}, and its figures are those of this area.</translation>
    </message>
    <message>
        <source>{layer}（“{name}”的数据源打不开）</source>
        <translation>{layer} (the data source of “{name}” cannot be opened)</translation>
    </message>
    <message>
        <source>总体格局的空间对象（在“空间格局”中指定、采纳或绘制）</source>
        <translation>elements of the spatial structure (assign, accept or draw them in &quot;Spatial structure&quot;)</translation>
    </message>
    <message>
        <source>没有编号为“{sheet}”的图件；可用的编号：{known}。</source>
        <translation>There is no sheet “{sheet}”; there are {known}.</translation>
    </message>
    <message>
        <source>检查图层位置</source>
        <translation>Checking where layers lie</translation>
    </message>
    <message>
        <source>检查地类</source>
        <translation>Checking land classes</translation>
    </message>
    <message>
        <source>空</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>用地现状有 {area} 公顷（{share}）的地类未识别（{words}），图上不着色，表中列为“未识别”。</source>
        <translation>Present land use: {area} ha ({share}) have a class that was not recognised ({words}); they stay uncoloured on the map and stand as “not recognised” in the table.</translation>
    </message>
    <message>
        <source>请核对地类字段是否选对；地类应写 2023 年用地用海分类或三调的编码或名称，如“0101”“水田”。</source>
        <translation>Check that the right class field is chosen; it should hold codes or names of the 2023 land and sea use classification or of the Third National Land Survey, such as “0101” or “水田”.</translation>
    </message>
    <message>
        <source>可用的代号：{known}；留空则导出全部可出的图件。</source>
        <translation>There are {known}; leave it empty for all sheets that can be drawn.</translation>
    </message>
    <message>
        <source>{paper} 幅面按 {dpi} dpi 出图片，每页要占约 {gigabytes} GB 内存，很慢，也可能画不成。</source>
        <translation>A picture of {paper} at {dpi} dpi takes about {gigabytes} GB of memory a page: it is slow and may fail.</translation>
    </message>
    <message>
        <source>请把分辨率降到 {dpi} dpi 以下，或改用 PDF。</source>
        <translation>Use at most {dpi} dpi, or PDF.</translation>
    </message>
    <message>
        <source>各村人口合计 {villages} 人，各乡镇人口合计 {towns} 人，相差 {people} 人。</source>
        <translation>Population of all villages: {villages}; of all towns: {towns}; difference: {people} people.</translation>
    </message>
    <message>
        <source>数据源修好后再出图。</source>
        <translation>Mend the data source before making sheets.</translation>
    </message>
    <message>
        <source>农业、生态、城镇三类空间相互重叠 {area} 公顷。</source>
        <translation>Agricultural, ecological and urban space overlap on {area} ha.</translation>
    </message>
    <message>
        <source>有 {area} 公顷没有划入农业、生态、城镇三类空间。</source>
        <translation>{area} ha lie in none of agricultural, ecological and urban space.</translation>
    </message>
    <message>
        <source>位置可用“空间格局”中的“三类空间平衡”查出；改正后重新计算。</source>
        <translation>&quot;Balance of the three spaces&quot; in &quot;Spatial structure&quot; finds the places; correct them and compute again.</translation>
    </message>
    <message>
        <source>{title}有 {area} 公顷在县界之外，不计入县内面积。</source>
        <translation>{title}: {area} ha lie outside the county and are not counted inside it.</translation>
    </message>
    <message>
        <source>请核对图层与县界是否出自同一套界线；需要时按县界裁剪。</source>
        <translation>Check that the layer and the county boundary come from the same set of lines; clip to the county where needed.</translation>
    </message>
    <message>
        <source>{title}在县界内的面积合计 {total} 平方公里，县域 {county} 平方公里，相差 {share}，没有正好铺满县域。</source>
        <translation>{title}: {total} km² inside the county, which has {county} km²; off by {share}, so that the county is not exactly filled.</translation>
    </message>
    <message>
        <source>请检查有无空隙和重叠；三类空间可用“三类空间平衡”查出位置。</source>
        <translation>Look for gaps and overlaps; for the three spaces, “Balance of the three spaces” finds the places.</translation>
    </message>
    <message>
        <source>图层“{layer}”整个在县界之外，相距约 {km} 公里，图上不会有它的内容。</source>
        <translation>The layer “{layer}” lies outside the county as a whole, about {km} km away; the sheets will show nothing of it.</translation>
    </message>
    <message>
        <source>请检查它的坐标系是否指定错了，或是否为别县的数据。</source>
        <translation>Check whether its coordinate system is wrong, or whether it is the data of another county.</translation>
    </message>
    <message>
        <source>{title}图层“{name}”的数据源打不开（文件可能已移动、改名或删除，或数据库没有连上）；请在图层面板中右键该图层，用“更改数据源…”指到现在的文件，或改选图层。</source>
        <translation>The data source of the layer “{name}” ({title}) cannot be opened: the file may have been moved, renamed or deleted, or the database is not connected. Right-click the layer in the layer panel and point “Change Data Source…” at the file, or choose another layer.</translation>
    </message>
    <message>
        <source>请先在列表中选中或勾选一幅可以出的图。</source>
        <translation>Choose or tick a sheet that can be made first.</translation>
    </message>
    <message>
        <source>“{clause}”不能用{shape}要素表示，应为{fitting}要素；请另选图层。</source>
        <translation>&quot;{clause}&quot; cannot be drawn with a {shape}; it takes a {fitting}. Choose another layer.</translation>
    </message>
    <message>
        <source>乡镇之间没有可以计算的联系，原因见上面的结论。</source>
        <translation>No links between towns; the reason is in the summary above.</translation>
    </message>
    <message>
        <source>图层“{name}”的数据源打不开（文件可能已移动、改名或删除，或数据库没有连上）；请在图层面板中右键该图层，用“更改数据源…”指到现在的文件，或改选图层。</source>
        <translation>The data source of the layer “{name}” cannot be opened: the file may have been moved, renamed or deleted, or the database is not connected. Right-click the layer in the layer panel and point “Change Data Source…” at the file, or choose another layer.</translation>
    </message>
    <message>
        <source>0 公顷（没有）</source>
        <translation>0 ha (none)</translation>
    </message>
    <message>
        <source>标“建议”的生态廊道和生态带由软件提出，须由规划人员确认，不是已定的管控内容。</source>
        <translation>Ecological corridors and belts marked as proposed come from the software; a planner must confirm them, and they control nothing yet.</translation>
    </message>
    <message>
        <source>联系强度按引力模型计算，只绘最强的 {count} 条，连线不是道路线位；占比为占全部联系的比例。</source>
        <translation>The strength of links comes from a gravity model; only the strongest are drawn ({count}). They do not follow roads; shares are of all links.</translation>
    </message>
    <message>
        <source>{town}规划为{given}，计算为{computed}</source>
        <translation>{town} is planned as &quot;{given}&quot; and computed as &quot;{computed}&quot;</translation>
    </message>
    <message>
        <source>与其他图件所用的规划等级不同：{towns}。</source>
        <translation>Other than the planned levels that other sheets use: {towns}.</translation>
    </message>
    <message>
        <source>{level}设施 {count} 处计入统计，比例尺小于 1:{scale} 的图上不绘。</source>
        <translation>Facilities at this level ({level}): {count}. The figures count them; maps at scales smaller than 1:{scale} do not draw them.</translation>
    </message>
    <message>
        <source>其他旅游节点</source>
        <translation>Other tourism nodes</translation>
    </message>
    <message>
        <source>治理次序相同的矿山为并列，其后的次序空缺。</source>
        <translation>Mines with the same rank are tied; the rank after them is left out.</translation>
    </message>
    <message>
        <source>设施级别（符号大小）</source>
        <translation>Level of facilities (size of symbol)</translation>
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
    <message>
        <source>选择存放结果的 GeoPackage；同名的上次结果会被替换，其他表不动</source>
        <translation>Choose the GeoPackage for the results; earlier results of the same name are replaced, other tables are left alone</translation>
    </message>
</context>
<context>
    <name>RongheMiningPanel</name>
    <message>
        <source>矿山整治</source>
        <translation>Mining</translation>
    </message>
    <message>
        <source>矿产哪里能开、哪里必须停、哪里先治、谁来出钱。</source>
        <translation>Where mining may go on, where it must stop, what is repaired first, who pays.</translation>
    </message>
</context>
<context>
    <name>RongheSheetDialog</name>
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
<context>
    <name>RongheSheetsPanel</name>
    <message>
        <source>出图</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>把工程中的图层和成果编成成套图件：勾选、检查、导出。</source>
        <translation>Layers and results of the project become a set of sheets: tick, check, export.</translation>
    </message>
    <message>
        <source>双击一幅图，在 QGIS 的版式窗口中打开它</source>
        <translation>Double-click a sheet to open it in QGIS's layout window</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>All</translation>
    </message>
    <message>
        <source>勾选所有能出的图</source>
        <translation>Tick all sheets that can be made</translation>
    </message>
    <message>
        <source>全不选</source>
        <translation>None</translation>
    </message>
    <message>
        <source>打开版式</source>
        <translation>Open layout</translation>
    </message>
    <message>
        <source>在 QGIS 的版式窗口中打开选中的图，可以继续修改</source>
        <translation>Open the chosen sheet in QGIS's layout window, where it can be changed</translation>
    </message>
    <message>
        <source>图集</source>
        <translation>Atlas</translation>
    </message>
    <message>
        <source>每幅图只出全县一页，或再按乡镇、设施类型、整治区、行政村分页</source>
        <translation>One page of the county a sheet, or also a page a town, kind of facility, remediation zone or village</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>PDF 中文字可检索；GeoPDF 另带坐标系，可在图上量测</source>
        <translation>Text in a PDF can be searched; a GeoPDF has coordinates as well and can be measured in</translation>
    </message>
    <message>
        <source>图幅</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>A4 至 A0，横幅或竖幅；也可直接填宽×高，单位毫米，例如 900x1200</source>
        <translation>A4 to A0, lying or upright; or width × height in millimetres, for example 900x1200</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>合订本</source>
        <translation>Booklet</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>规划名称</source>
        <translation>Title of the plan</translation>
    </message>
    <message>
        <source>××县国土空间总体规划（2021—2035年）</source>
        <translation>Territorial plan of ×× County (2021–2035)</translation>
    </message>
    <message>
        <source>编制单位</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>××县人民政府</source>
        <translation>Government of ×× County</translation>
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
        <source>密级</source>
        <translation>Secrecy</translation>
    </message>
    <message>
        <source>不填则不印</source>
        <translation>Empty: not printed</translation>
    </message>
    <message>
        <source>审图号</source>
        <translation>Number of the map approval</translation>
    </message>
    <message>
        <source>风频</source>
        <translation>Wind</translation>
    </message>
    <message>
        <source>8 或 16 个数，从北起顺时针</source>
        <translation>8 or 16 numbers, clockwise from north</translation>
    </message>
    <message>
        <source>风玫瑰图的 8 或 16 个方向的频率，从北起顺时针，用逗号分开；不填则画指北针</source>
        <translation>Frequencies of 8 or 16 directions for the wind rose, clockwise from north, separated by commas; empty: a north arrow</translation>
    </message>
    <message>
        <source>分辨率</source>
        <translation>Resolution</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>图片的分辨率；PDF 中只影响地形底图</source>
        <translation>Resolution of pictures; in a PDF it matters for the terrain only</translation>
    </message>
    <message>
        <source>并行</source>
        <translation>Parallel</translation>
    </message>
    <message>
        <source> 个进程</source>
        <translation> processes</translation>
    </message>
    <message>
        <source>自动</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>20 页以上时用几个进程同时导出；自动为处理器的个数</source>
        <translation>How many processes export from 20 pages on; automatic: one a processor</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>出图之前查一遍：字体、坐标系、比例尺、缺少的图层、图例、注记、面积</source>
        <translation>Looks before the export: fonts, coordinates, scales, missing layers, legends, labels, areas</translation>
    </message>
    <message>
        <source>导出图件</source>
        <translation>Export sheets</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>合成一份带封面、目录和书签的 PDF</source>
        <translation>One bookmarked PDF with cover</translation>
    </message>
    <message>
        <source>点击文件名，用系统的程序打开</source>
        <translation>Click a file name to open it in the system's program</translation>
    </message>
    <message>
        <source>图名</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>竖排在图的一侧</source>
        <translation>Upright beside the map</translation>
    </message>
</context>
<context>
    <name>RongheStep</name>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>结果存入</source>
        <translation>Keep results in</translation>
    </message>
    <message>
        <source>不填则为临时图层</source>
        <translation>Empty: temporary layers</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>数据提示</source>
        <translation>Notes on the data</translation>
    </message>
    <message>
        <source>在地图上点选</source>
        <translation>Pick in map</translation>
    </message>
    <message>
        <source>在地图上点一座矿山，这里给出它的卡片</source>
        <translation>Click a mine in the map; its card appears here</translation>
    </message>
    <message>
        <source>导出表格</source>
        <translation>Export table</translation>
    </message>
    <message>
        <source>把当前表格存为 CSV，可用 Excel 打开</source>
        <translation>Save this table as CSV for Excel</translation>
    </message>
    <message>
        <source>出图</source>
        <translation>Make sheet</translation>
    </message>
    <message>
        <source>把结果排成一张可以归档的图</source>
        <translation>Lay the result out as a sheet that can be filed</translation>
    </message>
    <message>
        <source>选择存放结果的 GeoPackage；同名的上次结果会被替换，其他表不动</source>
        <translation>Choose the GeoPackage for the results; earlier results of the same name are replaced, other tables are left alone</translation>
    </message>
</context>
<context>
    <name>RongheStructurePanel</name>
    <message>
        <source>空间格局</source>
        <translation>Spatial structure</translation>
    </message>
    <message>
        <source>口号怎样落到图上，哪个镇是中心，三类空间对不对得上。</source>
        <translation>How the slogan goes onto the map, which town is the centre, whether the three spaces fit together.</translation>
    </message>
</context>
<context>
    <name>RongheTool</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>数据提示</source>
        <translation>Notes on the data</translation>
    </message>
</context>
</TS>
