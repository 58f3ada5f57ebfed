"""Which language a text is in: many languages, short texts, mixed ones; what is not read is told."""

import pytest

from infromap.article import extract_projects, parse_article
from infromap.article.language import guess_language, language_name, other_script

TEXTS = {
    "en": [
        "EBRD finances Osh road",
        "The bank will lend US$ 40 million for a hospital in Shymkent.",
        "ADB lends $50 million",
        "Kazakhstan opens Almaty ring road",
        "Société Générale and KfW lend Türkiye's Boğaziçi Elektrik € 40 million for a substation in Çorlu.",
        "Qaraǧandy – Jezqazǧan highway gets a loan",
        "Road to Ağrı-Doğubayazıt-Gürbulak will be rebuilt with a loan from the World Bank.",
    ],
    "ru": [
        "ЕБРР построит ГЭС.",
        "Банк построит больницу в Кокшетау.",
        "«Қазақстан темір жолы» получит кредит ЕБРР на 100 млн евро для обновления локомотивов, сообщает Astana Times.",
    ],
    "kk": [
        "Қостанайда 300 төсектік аурухана салынады.",
        "Banktiŋ qarjysyna 232 şaqyrymdyq «Aqtöbe – Ūlǧaisyn» avtojoly salynady.",
        "Atyraý oblysynda Maqat – Dossor jolyn qalpyna keltirý jumystary júrip jatyr.",
        "Алматы метросы",
        "Шымкентте жол салынады.",
    ],
    "tr": [
        "Dünya Bankası, Türkiye'de yeni bir demiryolu hattı için 200 milyon dolar kredi verdi.",
        "Banka, İzmir'de bir hastane için 50 milyon dolar kredi verecek.",
    ],
    "fr": [
        "Le port de Dakar sera agrandi avec un prêt de la banque.",
        "La BAD finance une centrale solaire",
    ],
    "es": [
        "El Banco Mundial aprobó un préstamo de 100 millones de dólares para la carretera entre Lima y Cusco.",
        "Perú construirá un hospital en Arequipa",
    ],
    "de": [
        "Die Bank finanziert den Bau eines Krankenhauses in Hamburg.",
    ],
    "pt": [
        "O BNDES vai financiar a construção de uma ferrovia entre Ilhéus e Caetité.",
    ],
    "ar": [
        "وافق البنك الدولي على قرض",
    ],
    "zh": [
        "哈萨克斯坦正在推进四个铁路建设项目。",
    ],
    "ja": [
        "日本は鉄道を建設する。",
    ],
    "ko": [
        "한국은 철도를 건설한다",
    ],
    "ka": [
        "მსოფლიო ბანკი",
    ],
    "uk": [
        "ЄБРР надасть кредит на 100 млн євро для будівництва дороги Київ – Одеса.",
    ],
    "ky": [
        "Бишкекте жаңы жол курулат. ЕӨБ 50 миллион доллар бөлөт.",
    ],
    "uz": [
        "Toshkentda yangi metro liniyasi qurilmoqda, bu uchun 100 million dollar ajratiladi.",
        "Ўзбекистонда янги йўл қурилади.",
    ],
    "tg": [
        "Бонки ҷаҳонӣ барои сохтмони роҳ 50 миллион доллар ҷудо мекунад.",
    ],
    "az": [
        "Avropa Yenidənqurma və İnkişaf Bankı yol üçün kredit ayırır.",
    ],
    "id": [
        "Bank Dunia akan membiayai pembangunan jalan tol di Sumatra dengan pinjaman 200 juta dolar.",
    ],
    "vi": [
        "Ngân hàng Thế giới sẽ tài trợ cho dự án đường cao tốc.",
    ],
    "mn": [
        "Улаанбаатар хотод шинэ эмнэлэг баригдаж байна.",
    ],
    "pl": [
        "Bank sfinansuje budowę drogi z Warszawy do Gdańska.",
    ],
    "und": [
        "12345",
        "Wolof ndax dañu ko def",
    ],
    "it": [
        "La banca finanzia la nuova ferrovia tra Torino e Lione.",
    ],
    "ro": [
        "Banca va finanța autostrada dintre Sibiu și Pitești.",
    ],
    "be": [
        "Банк дасць крэдыт на будаўніцтва дарогі ў Гродна.",
    ],
    "bg": [
        "ЕБВР ще финансира пътя от София до Бургас.",
    ],
}
UNREAD = [code for code in TEXTS if code not in ("en", "ru", "kk")]


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in TEXTS.items() for text in texts])
def test_a_text_is_known_by_its_letters_and_words(code, text):
    assert guess_language(text) == code


@pytest.mark.parametrize("code", UNREAD)
def test_a_language_that_is_not_read_is_told_by_its_name(code):
    reading = extract_projects(parse_article(TEXTS[code][0], source="x"))

    assert any(
        language_name(code) in notice and "only English, Russian and Kazakh" in notice for notice in reading.notices
    )


def test_a_head_that_names_a_language_is_believed():
    article = parse_article("language: tr\n\nThe bank and the road of the city.", source="x")

    assert article.language == "tr"


def test_a_text_of_two_scripts_tells_that_one_of_them_is_not_read():
    text = "The bank will lend US$ 40 million for a hospital in Shymkent. Банк выделит деньги на больницу в Шымкенте."

    reading = extract_projects(parse_article(text, source="x"))

    assert other_script(text) is not None
    assert any("another script (Cyrillic)" in notice for notice in reading.notices)


def test_a_few_foreign_names_make_no_mixed_text():
    assert other_script("ЕБРР даст Masdar кредит на строительство солнечной электростанции в Навои.") is None
