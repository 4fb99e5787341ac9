"""Statements read off treebanks of Universal Dependencies: a verb of saying with its clause and its subject.

The words of saying are listed here, for treebanks do not mark them. Spans follow gold syntax, so they are good; but
only verbs of saying with a clause are found, and what "according to" or a bare noun tells is not.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from training.statements.labelled import Document

SAYING: Final[Mapping[str, str]] = {
    "en": "say tell add announce report state explain argue claim believe think suggest warn write insist admit "
    "declare confirm deny acknowledge stress reveal note estimate predict hope allege conclude "
    "complain assert maintain point",
    "fr": "dire déclarer indiquer penser expliquer affirmer estimer annoncer avertir croire préciser confirmer ajouter "
    "écrire suggérer espérer révéler souligner raconter prétendre assurer reconnaître admettre",
    "ru": "сказать заявить думать говорить считать отметить утверждать добавить написать писать сообщить рассказать "
    "полагать надеяться подчеркнуть объяснить признать предупредить предположить заметить указать подтвердить",
    "de": "sagen erklären berichten mitteilen hinzufügen glauben denken meinen schreiben erzählen warnen verkünden "
    "argumentieren behaupten betonen zugeben einräumen hoffen ankündigen äußern feststellen bestätigen versichern",
    "ar": "قَال أَخبَر أَعلَن صَرَّح أَشَار شَرَح أَضَاف اِعتَرَف ظَنّ اِعتَقَد ٱِعتَقَد نَقَل "
    "كَتَب أَكَّد ذَكَر أَوضَح زَعَم اِدَّعَى أَفَاد كَشَف "
    "رَأَى حَذَّر قَائِل قائِل قَول صَرَح أَبلَغ بَيَّن نَفَى تَوَقَّع اِعتَبَر أَصَرّ جَادَل عَلَّق",
    "hi": "कहना बताना मानना लिखना सोचना",
    "fa": "گفت افزود نوشت فرمود پرسید",
    "tr": "de söyle belir belirt açıkla anlat düşün yaz iddia ekle inan bildir",
}
LIGHT: Final[Mapping[str, str]] = {
    "fa": "اعلام اظهار تصریح تأکید تاکید خاطرنشان اضافه بیان ابراز عنوان مطرح ادعا اذعان اشاره گزارش پیش‌بینی "
    "خبر یادآور اعتراف توضیح گمان فکر تکذیب تأیید",
    "hi": "दावा स्पष्ट घोषणा सुझाव आग्रह पुष्टि आरोप उल्लेख",
    "tr": "ifade iddia beyan kabul",
}
"""The nouns that say what a verb with little meaning of its own means: made (an announcement)."""

_EDGES: Final = ".,،۔;:"
_LINKED: Final = ("conj", "advcl", "aux")


@dataclass
class Word:
    """A word of a sentence, and where it stands in the text."""

    number: int
    form: str
    lemma: str
    tag: str
    head: int
    relation: str
    start: int = 0
    end: int = 0
    under: list["Word"] = field(default_factory=list)


def documents(path: Path, language: str) -> Iterator[Document]:
    """Each sentence of a CoNLL-U file as a document of its own, with the statements in it."""
    for number, (text, words) in enumerate(sentences(path)):
        yield Document(f"{path.stem}-{number}", text, list(statements(words, language)))


def sentences(path: Path, *, every: bool = False) -> Iterator[tuple[str, list[Word]]]:
    """The sentences of a file: their text, and their words with their places in it.

    One whose words do not stand in its text is left out, unless ``every`` is asked for: it then has no words.
    """
    text, lines = "", list[list[str]]()
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("# text = "):
            text = line.removeprefix("# text = ")
        elif line and not line.startswith("#"):
            lines.append(line.split("\t"))
        elif not line and lines:
            words = _placed(text, lines)
            if words or every:
                yield text, words
            lines = []


def _placed(text: str, lines: Sequence[list[str]]) -> list[Word]:
    """Its words; several that are written as one share its place."""
    words: dict[int, Word] = {}
    shared: dict[int, tuple[int, int]] = {}
    at = 0
    for number, form, lemma, tag, _, _, head, relation, *_ in lines:
        if "." in number or number in shared:
            continue
        if "-" not in number and int(number) in shared:
            start, end = shared[int(number)]
        else:
            start = text.find(form, at)
            at = end = start + len(form)
            if start < 0:
                return []
        if "-" in number:
            first, last = map(int, number.split("-"))
            shared |= dict.fromkeys(range(first, last + 1), (start, end))
            continue
        words[int(number)] = Word(int(number), form, lemma, tag, int(head), relation.split(":")[0], start, end)
    for word in words.values():
        if word.head in words:
            words[word.head].under.append(word)
    return list(words.values())


def statements(words: Sequence[Word], language: str) -> Iterator[dict[str, Any]]:
    """The statements of a sentence: content, source and cue, each a list of spans."""
    saying, light = set(SAYING[language].split()), set(LIGHT.get(language, "").split())
    by_number = {word.number: word for word in words}
    for verb in words:
        nouns = [
            one for one in verb.under if one.relation in {"compound", "obj", "xcomp"} and light & {one.form, one.lemma}
        ]
        if verb.tag not in {"VERB", "AUX", "NOUN", "ADJ"} or not (verb.lemma in saying or nouns):
            continue
        content = _content(verb, by_number, says=verb.lemma in saying)
        if not content:
            continue
        source = _source(verb, by_number, content)
        cue = {verb.number, *(noun.number for noun in nouns)}
        yield {
            "content": _spans(_trimmed(content - cue - source, by_number), by_number),
            "source": _spans(_trimmed(source, by_number), by_number),
            "cue": _spans(sorted(cue), by_number),
        }


def _content(verb: Word, words: Mapping[int, Word], *, says: bool) -> set[int]:
    clauses = [one for one in verb.under if one.relation == "ccomp" or (one.relation == "parataxis" and says)]
    joining = {
        one.number
        for clause in clauses
        for one in clause.under
        if one.relation == "mark" and one.number < clause.number
    }
    content = {number for clause in clauses for number in _below(clause)} - joining
    if not content and verb.relation == "parataxis" and verb.head in words:
        content = _below(words[verb.head], without=verb.number)
    return content


def _source(verb: Word, words: Mapping[int, Word], content: Collection[int]) -> set[int]:
    at = verb
    while True:
        subjects = [one for one in at.under if one.relation == "nsubj" and one.number not in content]
        if subjects or at.relation not in _LINKED or at.head not in words:
            return {number for one in subjects for number in _below(one)} - set(content)
        at = words[at.head]


def _below(word: Word, without: int = -1) -> set[int]:
    found, todo = set[int](), [word]
    while todo:
        one = todo.pop()
        if one.number != without and one.number not in found:
            found.add(one.number)
            todo += one.under
    return found


def _trimmed(numbers: Collection[int], words: Mapping[int, Word]) -> list[int]:
    ordered = sorted(numbers)
    while ordered and words[ordered[-1]].form in _EDGES:
        ordered.pop()
    while ordered and words[ordered[0]].form in _EDGES:
        ordered.pop(0)
    return ordered


def _spans(numbers: Sequence[int], words: Mapping[int, Word]) -> list[list[int]]:
    spans: list[list[int]] = []
    for word in map(words.__getitem__, numbers):
        if spans and word.start <= spans[-1][1] + 1:
            spans[-1][1] = max(spans[-1][1], word.end)
        else:
            spans.append([word.start, word.end])
    return spans


def saying_documents(folder: Path, files: Mapping[str, Sequence[str]]) -> Iterator[Document]:
    """The sentences of many files, those with a statement, and one in four of the others."""
    for language, names in files.items():
        for name in names:
            for number, document in enumerate(documents(folder / name, language)):
                if document.statements or number % 4 == 0:
                    yield document
