def test_it(run, road, points_of, tmp_path):
    got = run("traveltime", FACILITIES=points_of([(0,0)]), ROADS=road, SPEED_FIELD="车速", OUTPUT="TEMPORARY_OUTPUT", BANDS="TEMPORARY_OUTPUT")
    print(got.results, got.said.infos, got.said.warnings, got.said.steps)
    print(got.rows("BANDS"))
    got = run("servicecoverage", FACILITIES=points_of([(0,0)]), DEMAND=points_of([(5000,0,10),(15000,0,20),(15001,0,5)],人口="integer"), POPULATION_FIELD="人口", ROADS=road, SPEED_FIELD="车速", **{n:"TEMPORARY_OUTPUT" for n in "DEMAND_OUT ZONES_OUT GAPS BANDS LEVELS_OUT".split()})
    print(got.results)
    for n in "DEMAND_OUT ZONES_OUT GAPS LEVELS_OUT".split():
        print(n, got.rows(n))
    print(got["DEMAND_OUT"].metadata().history())
    print([(f.name(), f.alias()) for f in got["DEMAND_OUT"].fields()])
    assert 0
