"""Word files made for tests."""

from io import BytesIO

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def docx(*paragraphs, document=None):
    """The bytes of a Word file.

    Args:
        paragraphs: each a text (with `\\n` for a line break), a list of (text, bold) runs, a list of lists of cells'
            texts for a table, or the XML of a block that begins with `<`.
        document: one to append to.
    """
    document = document or Document()
    for item in paragraphs:
        if isinstance(item, str) and item.startswith("<"):
            document.element.body.insert(len(document.element.body) - 1, element(item))
        elif isinstance(item, str):
            document.add_paragraph(item)
        elif item and isinstance(item[0], tuple):
            paragraph = document.add_paragraph()
            for text, bold in item:
                paragraph.add_run(text).bold = bold
        else:
            table = document.add_table(len(item), len(item[0]))
            for row, cells in zip(table.rows, item, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
    return saved(document)


def element(xml):
    """An element from XML with the usual prefixes."""
    tag = xml[1:].split(">")[0].split(" ")[0].split("/")[0]
    return parse_xml(xml.replace(f"<{tag}", f"<{tag} {nsdecls('w', 'r')}", 1))


def saved(document):
    """The bytes of a document."""
    done = BytesIO()
    document.save(done)
    return done.getvalue()


def runs(data):
    """The runs of each paragraph of a Word file as (text, bold), empty ones left out."""
    return [
        [(run.text, bool(run.bold)) for run in paragraph.runs if run.text]
        for paragraph in Document(BytesIO(data)).paragraphs
    ]
