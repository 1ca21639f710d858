import numpy as np, shapely, time, pytest, traceback
from qgis.core import *
M="TEMPORARY_OUTPUT"
ALL={n:M for n in "DEMAND_OUT ZONES_OUT GAPS BANDS LEVELS_OUT".split()}
def test_x(run, road, points_of, layer_of, raster_of, said, tmp_path, csv_of):
    S=dict(ROADS=road,SPEED_FIELD="车速")
    fac=points_of([(0,0,"医疗"),(0,9000,"教育"),(10,0,None)],类="string")
    vil=points_of([(5000,0,100),(20000,0,300)],人口="integer")
    def go(title, alg, **k):
        s=said()
        print("..",title,flush=True)
        try:
            g=run(alg, s, **k)
            print("OK ",title,{a:b for a,b in g.results.items() if not hasattr(b,'id')}, s.warnings,flush=True)
            return g
        except Exception as e:
            print("ERR",title,type(e).__name__,str(e)[:300], s.warnings,flush=True)
    g=go("null type & unconnected type","servicecoverage",FACILITIES=fac,FACILITY_TYPE_FIELD="类",DEMAND=vil,POPULATION_FIELD="人口",**S,**ALL)
    for r in g.rows("DEMAND_OUT"): print('   ',r["type"],r["minutes"],r["reason"],r["facility"])
    db=f"ogr:dbname='{tmp_path}/all.gpkg' table=\"gaps\" (geom)"
    g=go("ogr uri","servicecoverage",FACILITIES=fac,DEMAND=vil,**S,GAPS=db)
    print('   ',g and g["GAPS"], list(tmp_path.iterdir()))
    g=go("ogr uri 2nd","servicecoverage",FACILITIES=fac,DEMAND=vil,**S,ZONES_OUT=f"ogr:dbname='{tmp_path}/all.gpkg' table=\"zones\" (geom)")
    if g:
        l=QgsVectorLayer(f"{tmp_path}/all.gpkg|layername=zones","z","ogr"); print('   ',l.isValid(), l.featureCount(), len(l.metadata().history()), l.renderer() and l.renderer().type(), QgsVectorLayer(f"{tmp_path}/all.gpkg|layername=gaps","z","ogr").featureCount())
    go("max 0","traveltime",FACILITIES=fac,**S,MAX_MINUTES=0,OUTPUT=M,BANDS=M)
    go("max .1","traveltime",FACILITIES=fac,**S,MAX_MINUTES=0.1,OUTPUT=M,BANDS=M)
    go("threshold 0","servicecoverage",FACILITIES=fac,DEMAND=vil,THRESHOLD_MINUTES=0,**S,**ALL)
    go("break 0.001","traveltime",FACILITIES=fac,**S,BREAKS="0.001",OUTPUT=M,BANDS=M)
    mp=layer_of("MultiPoint",{},[("MULTIPOINT((0 0),(15000 0))",)])
    g=go("multipoint","servicecoverage",FACILITIES=mp,DEMAND=vil,**S,**ALL); print([r["minutes"] for r in g.rows("DEMAND_OUT")])
    z=layer_of("LineStringZ",{},[("LINESTRING Z(0 0 5, 20000 0 9)",)],move=False)
    go("Z road","roadreach",FACILITIES=points_of([(0,0)],move=False),ROADS=z,OUTPUT=M)
    geo=points_of([(5000,0,1,"a")],geometry="integer",fid="string")
    g=go("field geometry","servicecoverage",FACILITIES=fac,DEMAND=geo,**S,DEMAND_OUT=str(tmp_path/"g.gpkg")); print(g and g.rows("DEMAND_OUT"))
    lines=layer_of("LineString",{},[("LINESTRING(5000 0, 6000 0)",)])
    g=go("line demand","servicecoverage",FACILITIES=fac,DEMAND=lines,**S,**ALL); print(g and g.rows("DEMAND_OUT")[0]["geometry"].wkt)
    ground=raster_of(np.full((50,50),100.),x=-600,y=600); cover=raster_of(np.ones((30,30)),x=-610,y=610,cell=70,name="lc")
    go("dem+lc grids","traveltime",FACILITIES=points_of([(0,0)]),DEM=ground,LANDCOVER=cover,OUTPUT=M)
    go("dem lc no overlap","traveltime",FACILITIES=points_of([(0,0)]),DEM=ground,LANDCOVER=raster_of(np.ones((30,30)),x=90000,y=610,name="lc2"),OUTPUT=M)
    go("area off","traveltime",FACILITIES=points_of([(0,0)]),DEM=ground,AREA=layer_of("Polygon",{},[(shapely.box(9e5,9e5,9.1e5,9.1e5),)]),OUTPUT=M)
    go("zones empty","servicecoverage",FACILITIES=fac,DEMAND=vil,ZONES=layer_of("Polygon",{},[]),**S,**ALL)
    go("zones points","servicecoverage",FACILITIES=fac,DEMAND=vil,ZONES=vil,**S,**ALL)
    go("pop raster elsewhere","servicecoverage",FACILITIES=fac,POPULATION_RASTER=raster_of(np.ones((3,3)),x=9e5,name="pp"),**S,**ALL)
    go("pop raster elsewhere tt","traveltime",FACILITIES=fac,POPULATION_RASTER=raster_of(np.ones((3,3)),x=9e5,name="pp2"),**S,BANDS=M)
    go("pop raster zero","servicecoverage",FACILITIES=fac,POPULATION_RASTER=raster_of(np.zeros((3,3)),name="pp3"),**S,**ALL)
    go("missing field","servicecoverage",FACILITIES=fac,DEMAND=vil,POPULATION_FIELD="没有",**S,**ALL)
    go("std bom","servicecoverage",FACILITIES=fac,DEMAND=vil,FACILITY_TYPE_FIELD="类",STANDARD=csv_of("type,minutes\n医疗,10\n",encoding="utf-8-sig"),**S,**ALL)
    go("std neg","servicecoverage",FACILITIES=fac,DEMAND=vil,FACILITY_TYPE_FIELD="类",STANDARD=csv_of("type,minutes\n医疗,-10\n"),**S,**ALL)
    go("lcspeeds text","traveltime",FACILITIES=points_of([(0,0)]),LANDCOVER=cover,LANDCOVER_SPEEDS=csv_of("class,speed_kmh\n林地,3\n",name="x.csv"),OUTPUT=M)
    go("dem 16 nb hybrid","servicecoverage",FACILITIES=fac,DEMAND=vil,DEM=ground,NEIGHBOURS=1,**S,**ALL)
    e=layer_of("Polygon",{},[("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))",)]); 
    go("barrier covers facility","traveltime",FACILITIES=points_of([(5,5)]),DEM=ground,BARRIERS=e.clone(),OUTPUT=M)
    go("empty road layer","traveltime",FACILITIES=points_of([(5,5)]),ROADS=layer_of("LineString",{},[]),OUTPUT=M)
    go("empty road layer+dem","traveltime",FACILITIES=points_of([(5,5)]),ROADS=layer_of("LineString",{},[]),DEM=ground,OUTPUT=M)
    go("same file out","servicecoverage",FACILITIES=fac,DEMAND=vil,**S,DEMAND_OUT=str(tmp_path/"a.gpkg"),GAPS=str(tmp_path/"a.gpkg"))
    go("in=out","servicecoverage",FACILITIES=fac,DEMAND=str(tmp_path/"g.gpkg"),**S,DEMAND_OUT=str(tmp_path/"g.gpkg"))
    assert 0
