"""Pages, Markdown and PDFs become plain text, with what their heads say."""

import pytest

from infromap.article import decode_article, extract_projects
from infromap.article.markup import read_html
from infromap.errors import ArticleError

PAGE = """<!DOCTYPE html><html><head><title>Loan for a hospital - Wire</title>
<meta property="og:title" content="Loan for a hospital"><meta property="og:site_name" content="Wire">
<meta property="article:published_time" content="2026-03-01T10:00:00Z"><script>alert("script")</script></head>
<body><nav><a href="/">Home of many menus</a><a href="/b">Roads in Astana</a></nav>
<article><h1>Loan for a hospital</h1>
<p>The EBRD will lend US$ 40 million for a new hospital in Shymkent, the bank said on Monday in a statement.</p>
<p>The hospital will have 300 beds and is to be built by 2029. It is the first of its kind in the south.</p>
</article><footer>Cookies and a railway to Nowhere</footer></body></html>"""


def pdf_of(lines, *, title=None):
    """Return a PDF of one page with these lines, as small as one can be."""
    shown = " ".join(f"({line.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 50 750 Td {shown} ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Title (%s) >>" % (title or "").encode(),
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer\n<< /Size 6 /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    return body + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


def test_a_page_gives_its_article_and_none_of_its_menus():
    article = decode_article(PAGE.encode(), source="saved.html", suffix=".html")

    assert "hospital in Shymkent" in article.text
    assert not any(word in article.text for word in ("menus", "Cookies", "alert", "Astana"))
    assert (article.title, article.publisher, article.date) == ("Loan for a hospital", "Wire", "2026-03-01")
    (project,) = extract_projects(article).projects
    assert (project.places[0].name, project.capacity) == ("Shymkent", "300 beds")


def test_markdown_reads_as_text():
    text = "# A loan\n\n> The **EBRD** lends for a [hospital](https://example.org/x) in *Shymkent*.\n\n![map](a.png)\n"

    article = decode_article(text.encode(), source="note.md", suffix=".md")

    assert article.title == "A loan"
    assert "The EBRD lends for a hospital in Shymkent." in article.text
    assert "example.org" not in article.text


def test_a_markdown_head_between_dashes_is_kept():
    text = "---\ntitle: T\ndate: 2026-03-01\n---\n\nThe EBRD lends for a hospital in Shymkent.\n"

    article = decode_article(text.encode(), source="note.md", suffix=".md")

    assert (article.title, article.date) == ("T", "2026-03-01")


def test_a_pdf_gives_its_text_with_lines_joined():
    content = pdf_of(["The EBRD will lend US$ 40 million for a new hos-", "pital in", "Shymkent."], title="A loan")

    article = decode_article(content, source="paper.pdf")

    assert article.title == "A loan"
    (project,) = extract_projects(article).projects
    assert [place.name for place in project.places] == ["Shymkent"]
    assert [amount.value for amount in project.amounts] == [40_000_000]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7 ...", "damaged PDF"),
        (pdf_of([]), "without text"),
        (pdf_of(["A hospital."])[:200], "damaged PDF"),
        (b"%PDF-1.4\n" + b"1 0 obj << /Kids [1 0 R] >> endobj\n" * 50, "PDF"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_refused_by_name(content, words):
    with pytest.raises(ArticleError, match=words) as refusal:
        decode_article(content, source="paper.pdf")

    assert "paper.pdf" in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("each", ["a{}", "a{}=1", "a{}='>'", 'a{}="<b c"', "a{}=x/y", "a{}=", "/{}"])
@pytest.mark.parametrize("first", ["", 'x=">" ', 'x=a"b '])
def test_a_tag_of_very_many_attributes_is_refused_at_once(first, each):
    attributes = " ".join(each.format(number) for number in range(100_000))

    with pytest.raises(ArticleError, match="too many attributes"):
        read_html(f"<html><body {first}{attributes}>The AIIB lends for a road.</body></html>")


def test_a_page_of_many_tags_and_a_long_script_is_read():
    script = f"<script>if (i<n) {{ rows = [{', '.join(map(str, range(15_000)))}]; }}</script>"
    tags = "<p class='a' id=b lang=\"en\">The AIIB lends for a road.</p>" * 500

    assert "The AIIB lends for a road." in read_html(f"<html><body>{script}{tags}</body></html>").text
