"""Boxes between an article's paragraphs that are no part of it: what stands in for matter of others, and offers.

A box counts only where it is made otherwise than those around it and holds little of the text. It is told by standing
there again with the same words, or by its words: what is withheld and the consent asked for, or a newsletter.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportedly.extract.page.blocks import Layout

TAGS = {"div", "aside", "section", "figure", "form", "dialog", "details", "center"}
LARGEST = 700  # characters of such a box
OFFER = 300  # characters of one that offers a newsletter
SHARE = 0.35  # of the text that it holds at most
AGAIN = 40  # characters of a box that stands there twice; speakers' names and scores are shorter
SIGNS = 3  # words of consent, of which one names what is withheld and one the consent

# Stems in small letters, most of them those of several languages; the names of services are the same in all.
_WITHHELD = re.compile(
    r"content|conten[iu]|conteúdo|contingut|inhalt|inhoud|innhold|indhold|innehåll|sisält|treś[cć]|obsah|tartalom"
    r"|conținut|sadržaj|vsebin|içeri[kğ]|konten|контент|содерж|вміст|зміст|съдърж|περιεχόμεν|محتو|תוכן|コンテンツ|内容|內容|콘텐츠"
    r"|\bextern|embed|eingebett|third[- ]part|drittanbieter|tiers\b|terceros|terceiros|terzi\b|derden|tredjepart"
    r"|youtube|facebook|instagram|twitter|tiktok|vimeo|spotify|soundcloud|datawrapper|flourish|telegram|google",
)
_CONSENT = re.compile(
    r"cookie|consen[ts]|consent[ei]m|gdpr|dsgvo|rgpd|privacy|privasi|privacid|privatsphäre|datenschutz|zustimm|einwillig"
    r"|personenbezogen|confidentiali|données perso|traceurs|datos perso|dados pesso|dati perso|persoonsgegeven|toestemm"
    r"|samtyk|samtyck|personvern|persondata|personuppgift|suostumu|eväste|yksityisyy|zgod[ayęy]|prywatno|ciasteczk"
    r"|souhlas|súhlas|soukrom|súkrom|hozzájárul|adatvéd|confidențial|consimț|privola|pristank|kolačić|piškot|çerez|gizlilik"
    r"|согласи|конфиденц|персональн|згод[аиу]|конфіденц|съгласи|поверител|συγκατάθ|συναίν|απόρρητ|خصوصي|موافق|کوکی|الارتباط"
    r"|פרטיות|עוגיות|הסכמ|クッキー|同意|プライバシー|隐私|隱私|쿠키|동의|개인정보|persetujuan|จุกกี้|คุกกี้|ความยินยอม",
)
_UNLOCKING = re.compile(
    r"\b(?:accept|allow|enabl|activ|aktiv|load|display|show|view|unblock|block|akzept|laden|anzeig|angezeigt|geladen|gesperrt"
    r"|einstellung|settings|afficher|affich|charge|bloqu|paramètre|acept|mostrar|cargar|ajuste|configura|aceit|exibi|carreg"
    r"|accett|visualizz|caric|impostazion|blocca|weergeven|toon|instelling|geblokkeerd|vis\b|vise|visa\b|ladda|innstilling"
    r"|indstilling|inställning|hyväksy|näyt|asetuks|akcept|wyświetl|ustawie|zobraz|nastaven|elfogad|megjelen|beállítás|göster"
    r"|kabul|ayar|etkinle|прин[яи]|показ|включ|настройк|разреш|дозвол|налаштув|αποδοχ|ρυθμίσ|προβολ)"
    r"|تفعيل|إعدادات|عرض|قبول|تنظیمات|نمایش|הגדרות|הצג|אפשר|表示|許可|設定|显示|顯示|设置|표시|허용|설정|แสดง|ตั้งค่า",
)


_NEWSLETTER = re.compile(
    r"newsletter|nyhetsbrev|nyhedsbrev|nieuwsbrief|uutiskirje|infolettre|boletín|bülten|hírlevél|рассылк|розсилк|бюлетин"
    r"|ενημερωτικ|خبرنامه|النشرة|ניוזלטר|ニュースレター|メルマガ|뉴스레터|电子报|電子報",
)


class _Box(NamedTuple):
    """A small box that holds some of the text: of which boxes it is made, and its words, a line a block at least."""

    make: tuple[tuple[str, str], ...]
    words: str

    @property
    def may_be_aside(self) -> bool:
        tag, name = self.make[0]
        return tag in TAGS or "-" in tag or bool(name)


def without(page: Layout, lines: list[str]) -> list[str]:
    """The lines of an article without those that stand only in such boxes of its page."""
    boxes = _boxes(page, set(lines))
    ordinary = _ordinary(boxes)
    times, shown = Counter(box.words for box in boxes), Counter(lines)
    told = [
        box.make != ordinary
        and box.may_be_aside
        and _is_told(box.words, min(times[box.words], shown[box.words.partition("\n")[0]]))
        for box in boxes
    ]
    if not any(told):
        return lines
    alike = {box.make for box, is_told in zip(boxes, told, strict=True) if not is_told}
    gone = {
        line
        for box, is_told in zip(boxes, told, strict=True)
        if is_told and box.make not in alike
        for line in box.words.split("\n")
    }
    return [line for line in lines if line not in gone]


def _ordinary(boxes: list[_Box]) -> tuple[tuple[str, str], ...]:
    """How the boxes are made in which most of the text stands, what is repeated counted once."""
    letters: Counter[tuple[tuple[str, str], ...]] = Counter()
    for box in set(boxes):
        letters[box.make] += len(box.words)
    return max(letters, key=letters.__getitem__, default=())


def _is_told(words: str, times: int) -> bool:
    return (
        (times > 1 and len(words) >= AGAIN)
        or _asks(words)
        or (len(words) <= OFFER and bool(_NEWSLETTER.search(words.lower())))
    )


def _asks(words: str) -> bool:
    """Whether the words ask for consent to show something."""
    words = words.lower()
    consent = _found(_CONSENT, words)
    withheld = _found(_WITHHELD, words) if consent else set()
    return bool(withheld) and len(consent) + len(withheld) + len(_found(_UNLOCKING, words)) >= SIGNS


def _found(stems: re.Pattern[str], words: str) -> set[str]:
    return set(stems.findall(words))


def _boxes(page: Layout, lines: set[str]) -> list[_Box]:
    """The largest boxes that hold some of the lines, and little of the whole."""
    held = [number for number, block in enumerate(page.blocks) if block.text.partition("\n")[0] in lines]
    sizes = [0] * len(page.tags)
    for number in held:
        sizes[page.blocks[number].box] += len(page.blocks[number].text)
    for box in range(len(sizes) - 1, 0, -1):
        sizes[page.parents[box]] += sizes[box]
    most = min(LARGEST, SHARE * (sizes[0] if sizes else 0))
    return list(_largest(page, held, sizes, most))


def _largest(page: Layout, held: Sequence[int], sizes: Sequence[int], most: float) -> Iterator[_Box]:
    grouped: dict[int, list[int]] = {}
    for number in held:
        box = page.blocks[number].box
        if sizes[box] <= most:
            while page.parents[box] >= 0 and sizes[page.parents[box]] <= most:
                box = page.parents[box]
            grouped.setdefault(box, []).append(number)
    for box, numbers in grouped.items():
        within = range(box, page.ends[box])
        make = tuple((page.tags[inner], page.classes[inner]) for inner in within)
        yield _Box(make, "\n".join(page.blocks[number].text for number in numbers))
