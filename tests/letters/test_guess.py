"""Bytes that do not say their charset are read by the one whose letters are those of a language."""

import pytest

from reportedly.letters import decode, guess

SENTENCES = (
    ("windows-1252", "José Muñoz said so. Officials in Velmar said on Monday the bridge would open."),
    ("windows-1252", "The façade is 5° colder – “too cold”, he said in Tarnow on Monday."),
    ("windows-1252", "São Tomé voted; naïve rivals lost the vote in the harbour town."),
    ("windows-1252", "It’s a “deal”, he said on the day when the harbour was closed."),
    ("windows-1252", "The fee is £40 or €50 a day, Müller told the paper in Tarnow."),
    ("windows-1252", "Mr Žižek and Ms Škoda met in Tarnow to speak of harbour dues on Monday"),
    ("windows-1252", "Ms Ángela Núñez opened the fête"),
    ("windows-1252", "Die Brücke über den Fluss wird für größere Lastwagen geöffnet, sagte Müller am Montag."),
    (
        "windows-1252",
        "Le ministre a déclaré que l’été était là et que la réunion aurait lieu à Velmar, où les élèves sont déjà.",
    ),
    ("windows-1252", "El ministro señaló que la reunión será mañana en la capital, según informó también la agencia."),
    ("windows-1252", "A população não será afetada, disse o ministro São João da Conceição às agências."),
    ("windows-1252", "Regeringen säger att bron över älven öppnas på måndag efter två års väntan på färjan."),
    ("windows-1252", "Il ministro ha detto che il ponte sarà aperto lunedì: «È già pronto, però serve più tempo»."),
    ("windows-1252", "Ráðherrann sagði að brúin yrði opnuð á mánudag og að það væri þörf á henni."),
    ("windows-1250", "Minister powiedział, że most zostanie otwarty w poniedziałek po dwóch latach ciężkiej pracy."),
    ("windows-1250", "Ministr řekl, že most bude otevřen v pondělí po dvou letech těžké práce a příprav."),
    ("iso8859-2", "Ministr řekl, že most bude otevřen v pondělí po dvou letech těžké práce a příprav, šťastně."),
    (
        "windows-1250",
        "A miniszter közölte, hogy a hídat hétfőn nyitják meg két évnyi munka után, és a gyűlést is megtartják.",
    ),
    ("windows-1250", "Ministrul a declarat că podul va fi deschis luni şi că lucrările s-au încheiat în judeţ."),
    (
        "windows-1254",
        "Bakan, köprünün iki yıllık çalışmanın ardından pazartesi günü açılacağını söyledi. Işıklar yandı.",
    ),
    (
        "windows-1257",
        "Ministras sakė, kad tiltas bus atidarytas pirmadienį po dvejų metų darbų, įžengus.",
    ),
    (
        "windows-1257",
        "Ministrs sacīja, ka tilts tiks atvērts pirmdien pēc divu gadu darba, un prāmji vairs nebūs vajadzīgi.",
    ),
    ("windows-1251", "Министр сообщил, что новый мост откроют в понедельник после двух лет работ."),
    ("koi8-r", "Министр сообщил, что новый мост откроют в понедельник после двух лет работ."),
    ("cp866", "Министр сообщил, что новый мост откроют в понедельник после двух лет работ."),
    ("iso8859-5", "Министр сообщил, что новый мост откроют в понедельник после двух лет работ."),
    ("windows-1251", "Мост открыт"),
    ("windows-1251", "МОСТ ЧЕРЕЗ РЕКУ ОТКРОЮТ В ПОНЕДЕЛЬНИК"),
    ("windows-1251", "Міністр повідомив, що новий міст відкриють у понеділок після двох років робіт."),
    ("koi8-u", "Міністр повідомив, що новий міст відкриють у понеділок після двох років робіт, їхні черги."),
    ("windows-1251", "Министърът каза, че мостът ще бъде открит в понеделник след две години работа."),
    ("windows-1251", "Министар је рекао да ће мост бити отворен у понедељак после две године рада."),
    ("windows-1253", "Ο υπουργός είπε ότι η γέφυρα θα ανοίξει τη Δευτέρα μετά από δύο χρόνια εργασιών."),
    ("windows-1255", "השר אמר כי הגשר החדש ייפתח ביום שני לאחר שנתיים של עבודה."),
    ("windows-1256", "قال الوزير إن الجسر الجديد سيفتح يوم الاثنين بعد عامين من العمل."),
    ("iso8859-6", "قال الوزير إن الجسر الجديد سيفتح يوم الاثنين بعد عامين من العمل."),
    ("windows-1256", "وزير گفت پل جديد روز دوشنبه پس از دو سال كار باز مي شود و چند پيام ديگر داد."),
    ("cp874", "รัฐมนตรีกล่าวว่าสะพานใหม่จะเปิดในวันจันทร์หลังจากทำงานมาสองปี"),
    ("gb18030", "部长周一表示，经过两年的工作，这座新桥将于四月开放，届时渡轮将不再需要。"),
    ("big5", "部長週一表示，經過兩年的工作，這座新橋將於四月開放，屆時渡輪將不再需要。"),
    ("cp932", "大臣は月曜日、二年間の工事を経て新しい橋が四月に開通すると述べた。"),
    ("euc-jp", "大臣は月曜日、二年間の工事を経て新しい橋が四月に開通すると述べた。"),
    ("cp949", "장관은 월요일 2년간의 공사 끝에 새 다리가 4월에 개통된다고 말했다."),
)
DECLARED_WRONGLY = (
    ("windows-1251", "utf-8", "Министр сообщил, что новый мост откроют в понедельник."),
    ("windows-1251", "iso-8859-1", "Министр сообщил, что новый мост откроют в понедельник."),
    ("windows-1253", "windows-1252", "Ο υπουργός είπε ότι η γέφυρα θα ανοίξει τη Δευτέρα."),
    ("windows-1252", "windows-1251", "Mr Gutiérrez and Ms Nuñez met Mr Çelik in Tarnow on Monday."),
    ("windows-1252", "windows-1256", "Mr Gutiérrez and Ms Nuñez met Mr Çelik in Tarnow on Monday."),
    ("windows-1252", "iso-8859-1", "“It’s done”, Ms Nuñez said – twice."),
    ("windows-1252", "ascii", "“It’s done”, Ms Nuñez said – twice."),
)
ENGLISH = "The harbour office of Tarnow said that the boats would leave at dawn on Monday. " * 3


@pytest.mark.parametrize(("charset", "words"), SENTENCES)
@pytest.mark.parametrize("page", ["{}", "<html><head><title>T</title></head><body><p id='a'>{}</p></body></html>"])
def test_a_sentence_without_a_word_on_its_charset(charset: str, words: str, page: str) -> None:
    found = decode.decoded(page.format(words).encode(charset))
    assert found.text == page.format(words)
    assert found.guessed


@pytest.mark.parametrize("name", ["José", "Muñoz", "façade", "naïve", "Zoë", "Malmö", "à la"])
def test_one_foreign_word_among_english_ones(name: str) -> None:
    words = f"{ENGLISH}{name} {ENGLISH}"
    assert decode.text(words.encode("windows-1252")) == words


@pytest.mark.parametrize(("charset", "declared", "words"), DECLARED_WRONGLY)
def test_a_declared_charset_under_which_words_mix_scripts_is_not_believed(
    charset: str, declared: str, words: str
) -> None:
    assert decode.text(words.encode(charset), declared) == words


def test_a_declared_charset_is_no_guess() -> None:
    assert decode.decoded("Où est-il ? À Mirel.".encode("windows-1252"), "latin-1").guessed is None
    assert decode.decoded("Où est-il ? À Mirel.".encode()).guessed is None


def test_japanese_in_seven_bits_is_read_where_it_is_declared() -> None:
    words = "新しい橋が四月に開通する。"
    assert decode.text(words.encode("iso2022_jp"), "ISO-2022-JP") == words


def test_the_pieces_of_a_file_are_read_by_one_charset_and_a_piece_of_another_alone() -> None:
    rows = ["Za oknem świeciło słońce, więc poszliśmy pieszo.", "Łódź", "Pani Żółkiewska"]
    pieces = decode.Pieces("\n".join(rows).encode("windows-1250"))
    assert [pieces.text(row.encode("windows-1250")) for row in rows] == rows
    assert pieces.text("Мост открыт для грузовиков".encode("windows-1251")) == "Мост открыт для грузовиков"
    assert pieces.text("Żółć".encode()) == "Żółć"
    assert pieces.guessed == "windows-1250"


def test_pieces_without_a_head_are_guessed_as_they_come() -> None:
    pieces = decode.Pieces()
    assert pieces.text(b"plain") == "plain"
    assert pieces.guessed is None
    assert pieces.text("Señor Nuñez".encode("windows-1252")) == "Señor Nuñez"
    assert pieces.guessed == "windows-1252"


@pytest.mark.parametrize("data", [b"", b"plain", b"\x81", b"a\x81\tb", b"\xff" * 3, b"rel\x8b\x9d", bytes(range(256))])
def test_bytes_that_tell_nothing_are_read_somehow(data: bytes) -> None:
    assert guess.likeliest(data).charset
