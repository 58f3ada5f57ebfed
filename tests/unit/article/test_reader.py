"""Files become articles, or one clear line."""

import time
import unicodedata

import pytest

from infromap.article import decode_article, extract_projects, parse_article, read_article
from infromap.errors import ArticleError

TEXT = "Больница в Кокшетау – a hospital in Kokshetau."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "cp1251"])
def test_the_usual_encodings_are_read(encoding):
    content = b"\xff\xfe" + TEXT.encode("utf-16-le") if encoding == "utf-16-le-bom" else TEXT.encode(encoding)

    assert decode_article(content, source="x").text == TEXT


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no text"),
        (b" \n\t ", "no text"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"ab\0cd", "no text"),
        (bytes(range(1, 32)) * 40, "no text"),
        (b"x" * 5_000_001, "5 MB"),
        (b"\xff\xfe\x00", "no text"),
    ],
    ids=["empty", "blank", "pdf", "nul", "binary", "large", "half a letter"],
)
def test_what_is_no_article_is_refused_by_name(content, words):
    with pytest.raises(ArticleError, match=words) as refusal:
        decode_article(content, source="paper.txt")

    assert "paper.txt" in str(refusal.value)


@pytest.mark.parametrize("name", ["absent.txt", "folder", "nul\0name"])
def test_what_is_no_file_is_refused(tmp_path, name):
    (tmp_path / "folder").mkdir()

    with pytest.raises(ArticleError, match=name.split("\0")[0]):
        read_article(tmp_path / name)


def test_a_saved_page_gives_its_title_and_words_without_its_scripts(tmp_path):
    head = "<title>A loan</title><script>alert(1)</script>"
    page = f"<!DOCTYPE html><html><head>{head}</head><body><p>A hospital.</p></body></html>"
    (tmp_path / "saved.html").write_text(page)

    article = read_article(tmp_path / "saved.html")

    assert article.title == "A loan"
    assert "A hospital." in article.text
    assert "alert" not in article.text


def test_the_head_is_read_and_is_no_part_of_the_body():
    article = parse_article("title: T\nsource: P\ndate: 2026-03-01\nurl: https://example.org/a\n\nBody.", source="x")

    assert (article.title, article.publisher, article.url) == ("T", "P", "https://example.org/a")
    assert str(article.date) == "2026-03-01"
    assert article.text[article.body_start :].strip() == "Body."


def test_the_time_grows_with_the_length_and_not_faster():
    sentence = "EBRD lends US$ 40 million for a hospital in Shymkent and the Taraz-Korday highway, said A. Person. "

    def seconds(times):
        begin = time.process_time()
        extract_projects(parse_article(sentence * times, source="x"))
        return time.process_time() - begin

    seconds(10)
    short, long = min(seconds(100) for _ in range(3)), seconds(800)
    assert long < short * 8 * 4  # a square would be 64 times


@pytest.mark.parametrize("marks", ["\u0301\u0323", "\u0323\u0301\u0327", "\u0301"])
def test_a_letter_with_a_million_marks_keeps_thirty_of_them_at_once(marks):
    article = parse_article(f"A road to a{marks * 400_000} and Ko\u0308kshetau.", source="x.txt")

    assert article.text.startswith("A road to ")
    assert article.text.endswith(" and K\u00f6kshetau.")
    assert 28 <= sum(map(bool, map(unicodedata.combining, article.text))) <= 30


def test_signs_and_letters_with_a_few_marks_stay():
    text = "─" * 50 + " Z\u0335\u0321\u0300 " + "\U0001f6a7" * 40

    assert parse_article(text, source="x.txt").text == text
