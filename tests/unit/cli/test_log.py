"""The log says what is done, and holds no text of articles."""

import logging

from infromap.cli.main import run


def test_the_log_of_a_whole_run_holds_no_sentence_of_the_article(brief, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)

    for suffix in (".html", ".gpkg", ".infromap"):
        assert run(["export", str(brief), "-o", str(tmp_path / f"map{suffix}"), "-v"]) == 0
    (tmp_path / "broken.infromap").write_text((tmp_path / "map.infromap").read_text()[:-200])
    assert run(["extract", str(tmp_path / "broken.infromap")]) == 2

    body = brief.read_text(encoding="utf-8").split("\n\n", 1)[1]
    logged = " ".join(record.getMessage() for record in caplog.records)
    assert logged  # GDAL's words at least
    assert [line for line in body.splitlines() if len(line) > 20 and line[:40] in logged] == []
