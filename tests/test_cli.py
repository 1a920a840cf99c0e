"""The commands answer on stdout, complain on stderr in one line, and end with the codes that the README gives."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

import pytest

from argmine.settings import Settings
from argmine.store import Database


def argmine(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from argmine.cli import main; main()", *arguments],
        capture_output=True, text=True, check=False, encoding="utf-8",
        env={"COLUMNS": "100", "PATH": "", **environment},
    )  # fmt: skip


def test_search_prints_quotations_with_holder_provision_and_page(samples: Settings) -> None:
    done = argmine("search", "who may own extracted ice?", "--provision", "OST:II", "--corpus", samples.corpus)
    assert done.returncode == 0
    assert done.stdout.count("score") == 10
    assert "OST:II" in done.stdout
    assert "p. " in done.stdout


def test_search_as_jsonl_gives_the_agreed_keys(samples: Settings) -> None:
    done = argmine("search", "ownership of ice", "-n", "3", "-f", "jsonl", "--corpus", samples.corpus)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(records) == 3
    keys = {
        "id",
        "document_id",
        "source",
        "title",
        "date",
        "region",
        "section",
        "page",
        "page_label",
        "paragraph",
        "text",
        "start",
        "end",
    }
    keys |= {"kind", "stance", "holder", "attribution", "confidence", "provisions", "interpretation", "citations"}
    assert keys <= set(records[0])


def test_conditions_among_the_words_and_as_options_limit_a_search(samples: Settings) -> None:
    arguments = ("ice art:OST.II", "--stance", "permits", "-f", "jsonl", "--corpus", samples.corpus)
    records = [json.loads(line) for line in argmine("search", *arguments).stdout.splitlines()]
    assert records
    for record in records:
        assert record["stance"] == "permits"
        assert "OST:II" in {link["provision"].partition("(")[0] for link in record["provisions"]}
        assert record["link"].startswith("file:///")


def test_years_and_since_are_two_conditions(samples: Settings) -> None:
    def found(*options: str) -> set[str]:
        lines = argmine("search", "ice", *options, "-n", "0", "-f", "jsonl", "--corpus", samples.corpus).stdout
        return {json.loads(line)["date"][:4] for line in lines.splitlines()}

    years = found("--years", "1900-2100")
    late = max(years)
    assert found("--since", late) == found("--years", "1900-", "--since", late) == {late} < years


def test_no_limit_shows_more_than_a_table_of_ten(samples: Settings) -> None:
    every = argmine("search", "ice", "--claims-only", "-n", "0", "-f", "jsonl", "--corpus", samples.corpus)
    assert len(every.stdout.splitlines()) > 10


def test_a_search_by_example_leaves_the_example_out(samples: Settings) -> None:
    first = json.loads(argmine("search", "ice", "-n", "1", "-f", "jsonl", "--corpus", samples.corpus).stdout)
    found = argmine("search", "--like", first["id"], "-f", "jsonl", "--corpus", samples.corpus).stdout
    ids = [json.loads(line)["id"] for line in found.splitlines()]
    assert len(ids) == 10
    assert first["id"] not in ids


def test_a_slip_in_a_name_is_read_and_told(samples: Settings) -> None:
    done = argmine("search", "ice", "--holder", "Halvorson", "-f", "jsonl", "--corpus", samples.corpus)
    assert "taken for" in done.stderr
    assert {json.loads(line)["holder"]["type"] for line in done.stdout.splitlines()} <= {"author", "scholar"}
    quiet = argmine("-q", "search", "ice", "--holder", "Halvorson", "--corpus", samples.corpus)
    assert "taken for" not in quiet.stderr


def test_a_question_on_something_else_finds_nothing_near(samples: Settings) -> None:
    question = ("search", "best recipe for chocolate cake", "--corpus", samples.corpus)
    done = argmine(*question)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("Nothing near")
    assert argmine(*question, "--far").stdout.count("score") == 10


def test_the_version_is_that_of_the_package() -> None:
    assert argmine("--version").stdout == f"argmine {version('argmine')}\n"


def test_config_prints_nothing_where_a_setting_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "argmine.toml").write_text("[argmine]\nworkers = 0\n")
    monkeypatch.chdir(tmp_path)
    done = argmine("config")
    assert (done.returncode, done.stdout) == (2, "")
    assert "workers: 0 is wrong. Write a number above 0." in done.stderr


def test_config_prints_what_argmine_toml_could_hold() -> None:
    printed = tomllib.loads(argmine("config", "--corpus", "elsewhere").stdout)["argmine"]
    assert printed == asdict(Settings(corpus="elsewhere"))


def test_trace_groups_by_what_is_asked(samples: Settings) -> None:
    done = argmine("trace", "OST:II", "--by", "year", "--since", "2010", "-f", "md", "--corpus", samples.corpus)
    headings = [line[3:7] for line in done.stdout.splitlines() if line.startswith("## ")]
    assert headings == sorted(headings)
    assert headings
    assert min(headings) >= "2010"


def test_a_trace_is_limited_to_a_stance(samples: Settings) -> None:
    traced = argmine("trace", "OST:II", "--stance", "permits", "-f", "jsonl", "--corpus", samples.corpus)
    assert {json.loads(line)["stance"] for line in traced.stdout.splitlines()} == {"permits"}
    wrong = argmine("trace", "OST:II", "--stance", "allows", "--corpus", samples.corpus)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "There is no stance 'allows'. Write one of: permits" in wrong.stderr


def test_trace_shows_opposed_readings(samples: Settings) -> None:
    done = argmine("trace", "Outer Space Treaty, article 2", "--corpus", samples.corpus)
    assert done.returncode == 0
    assert done.stdout.startswith("OST:II  Non-appropriation")
    assert "It prohibits" in done.stdout
    assert "It permits" in done.stdout


def test_a_correction_is_kept_and_a_wrong_one_refused(samples: Settings, tmp_path: Path) -> None:
    corpus = shutil.copytree(samples.corpus, tmp_path / "corpus")
    with Database.open(corpus) as database:
        reading = min(database.belonging().values())
    assert argmine("correct", "rename", reading, "A new label", "--corpus", str(corpus)).returncode == 0
    with Database.open(corpus) as database:
        labels = {each.id: each.label for each in database.interpretations_at(reading.partition("@")[2])}
    assert labels[reading] == "A new label"
    listed = argmine("corrections", "-f", "md", "--corpus", str(corpus)).stdout.splitlines()
    assert listed == ["| what | of | is |", "| --- | --- | --- |", f"| rename | {reading} | A new label |"]
    refused = argmine("correct", "merge", "nothing", reading, "--corpus", str(corpus))
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)


def test_a_correction_is_taken_back(samples: Settings, tmp_path: Path) -> None:
    corpus = shutil.copytree(samples.corpus, tmp_path / "corpus")
    with Database.open(corpus) as database:
        before = database.belonging()
    (claim, _), reading = next(each for each in sorted(before.items()) if each[1] != "@".join(each[0]))
    for given in (("correct", "split", claim), ("correct", "split", claim, "--undo")):
        assert argmine(*given, "--corpus", str(corpus)).returncode == 0
    with Database.open(corpus) as database:
        assert database.belonging() == before
    again = argmine("correct", "split", claim, "--undo", "--corpus", str(corpus))
    assert (again.returncode, again.stderr.count("\n")) == (2, 1)
    assert reading in before.values()


def test_export_names_the_interpretation_of_a_claim_and_those_opposed(samples: Settings) -> None:
    records = [json.loads(line) for line in argmine("export", "claims", "--corpus", samples.corpus).stdout.splitlines()]
    with Database.open(samples.folder) as database:
        belonging = database.belonging()
        opposed = database.oppositions(list(belonging.values()))
    found = {(each["id"], own["provision"]): own["id"] for each in records for own in each["interpretations"]}
    assert found.items() <= belonging.items()
    assert {each["interpretation"] for each in records} > {None}
    against = {own["id"]: own["opposed"] for each in records for own in each["interpretations"]}
    assert all(each.other in against.get(each.one, [each.other]) for each in opposed)


def test_show_prints_a_claim_that_search_found(samples: Settings) -> None:
    found = json.loads(argmine("search", "ice", "-n", "1", "-f", "jsonl", "--corpus", samples.corpus).stdout)
    done = argmine("show", found["id"], "--corpus", samples.corpus)
    assert done.returncode == 0
    assert found["id"] in done.stdout
    lines = argmine("show", found["id"], "-f", "md", "--corpus", samples.corpus).stdout.splitlines()
    assert lines[0].startswith("> ")
    assert f"| id | {found['id']} |" in lines
    assert all(line.startswith(("> ", ">", "| ")) or not line for line in lines)


def test_export_holds_every_claim(samples: Settings) -> None:
    lines = argmine("export", "claims", "--corpus", samples.corpus).stdout.splitlines()
    records = [json.loads(line) for line in lines]
    status = argmine("status", "--corpus", samples.corpus).stdout
    claims = next(line.split()[-1] for line in status.splitlines() if line.startswith("claims"))
    assert str(len(records) + sum(len(record["clauses"]) for record in records)) == claims


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("trace", "OST:XL"), "OST has no article XL. It has articles I to XVII."),
        (("trace", "OTS:II"), "No provision is known as 'OTS:II'."),
        (("search", "ice", "-p", "Article II"), "No provision is known as 'Article II'."),
        (("search", "   "), "The question has no words."),
        (("search", '"" ?!'), "The question has no words."),
        (("search", "ice", "--document", "zzz"), "No document has an id that begins with 'zzz'."),
        (("show", "nothing"), "There is no claim nothing."),
        (("show", ""), "No claim is named."),
        (("holder", " "), "No holder is named."),
        (("cites", ""), "No work is named."),
        (("search", "ice", "--stance", "allows"), "There is no stance 'allows'. Write one of: permits"),
        (("search", "ice", "--years", "long ago"), "'long ago' are no years."),
        (("search", "ice", "--holder", "Zzyzx"), "Nobody is named 'Zzyzx'."),
        (("export", "claims", "-f", "parquet"), "parquet is no text. Name where it goes with --output."),
        (("search", "ice", "--corpus", "nowhere"), "There is no corpus in nowhere."),
        (("ingest", "nowhere"), "nowhere"),
        (("export", "works", "-o", "nowhere/works.jsonl"), "There is no folder nowhere. Make it"),
        (("report", "OST:II", "-o", "nowhere/report.html"), "There is no folder nowhere. Make it"),
        (("report", "OST:II", "-o", "."), ". is a folder. Name a file in it."),
        (("compare", "OST:II", "Castellane", "castellane"), "are both"),
        (("search", "ice", "--encoder", "minilm"), "holds vectors of static, not of minilm. Ask with --encoder static"),
        (("works", "--apart", "nokey"), "No work has the key 'nokey'."),
        (("works", "--join", "nokey"), "No join was undone for the key 'nokey'."),
        (("instruments", "XYZ"), "No instrument has the code 'XYZ'."),
    ],
)
def test_a_wrong_input_ends_in_one_line_and_code_2(
    samples: Settings, arguments: tuple[str, ...], complaint: str
) -> None:
    options = () if "--corpus" in arguments or arguments[0] == "instruments" else ("--corpus", samples.corpus)
    done = argmine(*arguments, *options)
    assert done.returncode == 2
    assert done.stdout == ""
    assert complaint in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_that_nothing_was_found_is_told_beside_an_empty_answer_of_any_format(samples: Settings) -> None:
    for form in ("table", "jsonl", "csv", "md"):
        done = argmine("search", '"no such words together"', "-f", form, "--corpus", samples.corpus)
        assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "", "Nothing found.\n")


def test_ingest_ends_with_code_1_when_a_source_cannot_be_read_and_says_so_once(sources: Path, tmp_path: Path) -> None:
    (sources / "empty.pdf").write_bytes(b"")
    corpus = str(tmp_path / "processed")
    done = argmine("ingest", "--direct", str(sources), "--corpus", corpus)
    assert done.returncode == 1
    assert done.stdout == ""
    again = argmine("ingest", str(sources), "--corpus", corpus)
    assert (again.returncode, "1 source could not be read before" in again.stderr) == (0, True)
    assert "Nothing to do" in again.stderr


def test_a_search_imports_nothing_heavy(samples: Settings) -> None:
    program = (
        "import sys; from argmine.cli import app; app(sys.argv[1:], standalone_mode=False);"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'onnxruntime', 'spacy', 'prefect', 'pdfplumber',"
        "'pypdfium2'};"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    arguments = ["search", "ice", "-p", "Art. II OST", "--corpus", samples.corpus]
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("encoding", "quote"), [("ascii", "\\u201c"), ("utf-8", "“")])
def test_letters_that_an_encoding_lacks_are_escapes_and_stop_nothing(
    samples: Settings, encoding: str, quote: str
) -> None:
    done = argmine("search", "ownership", "-n", "1", "--corpus", samples.corpus, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, "")
    assert quote in done.stdout


def test_who_has_read_enough_of_a_result_ends_it_without_a_complaint(samples: Settings) -> None:
    program = [sys.executable, "-c", "from argmine.cli import main; main()"]
    for command in (["search", "ice"], ["export", "claims"], ["trace", "OST:II"]):
        started = [*program, *command, "--corpus", samples.corpus]
        with subprocess.Popen(started, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None and process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait() == 0


def test_ctrl_c_ends_in_one_line_and_code_130() -> None:
    program = (
        "import argmine.settings\n"
        "def pressed(**_): raise KeyboardInterrupt\n"
        "argmine.settings.load_settings = pressed\n"
        "from argmine.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", program, "config"], capture_output=True, text=True, check=False)
    assert done.returncode == 130
    assert done.stderr.startswith("argmine: stopped")
    assert len(done.stderr.splitlines()) == 1
