"""The words with which a teaser points on to the rest of its article, in the languages in which news is written.

Sites keep to few phrases in each; they count only where they close a text, and never alone.
"""

PHRASES: dict[str, str] = {
    "en": r"(?:read|see|view|show) (?:more|on|the (?:full|whole|rest|entire)\b.{0,40}|full (?:story|article|report))"
    r"|(?:continue|keep) reading\b.{0,150}|full (?:story|article)|more|click (?:here )?(?:to read|for) more",
    "de": r"(?:hier )?weiter ?lesen|mehr (?:lesen|dazu|erfahren)|lesen sie (?:mehr|weiter)\b.{0,60}"
    r"|zum (?:ganzen |vollständigen )?artikel",
    "fr": r"lire (?:la suite|plus|l['’]article)\b.{0,40}|en savoir plus|(?:continuer|poursuivre) (?:la|votre) lecture",
    "es": r"(?:leer|ver) más|(?:seguir|sigue|continuar) leyendo|lee(?:r)? la (?:nota|noticia) completa",
    "pt": r"(?:leia|ler|saiba|ver) mais|(?:continue|continuar) (?:lendo|a ler)|leia (?:a|na) íntegra\b.{0,40}",
    "it": r"leggi (?:tutto|di più|altro|l['’]articolo)\b.{0,40}|continua(?: a leggere)?\b.{0,60}",
    "nl": r"lees (?:verder|meer|het (?:hele|volledige) artikel)\b.{0,40}",
    "sv": r"läs (?:mer|vidare|hela artikeln)",
    "da": r"læs (?:mere|videre|hele artiklen)",
    "no": r"les (?:mer|videre|hele saken)",
    "fi": r"lue (?:lisää|koko juttu)",
    "pl": r"czytaj (?:więcej|dalej|całość)|więcej",
    "cs": r"číst (?:dále|dál|více|celý článek)|čítať ďalej|více",
    "ro": r"cite[șş]te (?:mai (?:mult|departe)|tot articolul)",
    "hu": r"tovább(?: olvasom| a cikkre)?",
    "hr": r"pročitaj(?:te)? više|opširnije|detaljnije",
    "el": r"διαβάστε (?:περισσότερα|τη συνέχεια)|περισσότερα",
    "tr": r"(?:haberin )?devam[ıi](?:n[ıi] oku)?",
    "ru": r"читать (?:далее|дальше|полностью|ещ[её])|подробнее|далее",
    "uk": r"читати (?:далі|більше|повністю)|докладніше|детальніше",
    "bg": r"прочети (?:още|повече)|виж още",
    "ar": r"(?:اقرأ|إقرأ) (?:المزيد|أكثر)|المزيد|للمزيد|تابع القراءة|متابعة القراءة",
    "fa": r"ادامه(?: مطلب| خبر)?|بیشتر بخوانید|متن کامل(?: خبر)?",
    "ur": r"مزید پڑھیں|مکمل خبر(?: پڑھیں)?",
    "he": r"קרא(?:ו)? עוד|המשך קריאה|לכתבה המלאה",
    "hi": r"(?:और|आगे) पढ़ें|पूरी खबर पढ़ें",
    "bn": r"আরও পড়ুন|বিস্তারিত",
    "id": r"baca (?:selengkapnya|lagi)|selengkapnya",
    "vi": r"(?:đọc|xem) (?:tiếp|thêm)",
    "ja": r"続きを読む|全文を(?:読む|見る)|もっと(?:見る|読む)",
    "zh": r"(?:阅读|閱讀|查看)(?:全文|更多)|[继繼][续續][阅閱][读讀]|更多",
    "ko": r"더 ?(?:보기|읽기)|기사 ?(?:전문|더) ?보기|계속 읽기",
}
READ_ON = "|".join(PHRASES.values())

UNITS = (
    r"chars?|characters?|words?|letters?|more|zeichen|wörter|worte|caract[eè]res|signes|mots|palabras|palavras"
    r"|caratteri|parole|tekens|woorden|tecken|tegn|ord|znak(?:ów|ů|y)|słów|slov|символ(?:ов|а|ів)?|знак(?:ов|а|ів)?|слов"
    r"|слів|karakter|kelime|merkkiä|caractere|حرف(?:ا|ًا)?|أحرف|كلمة|کلمه|نویسه|حروف|文字|字|글자|자|ký tự|अक्षर"
)
"""What programs count that cut a text off and say by how much it is shorter."""
