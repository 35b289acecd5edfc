"""Whether a letter is in English."""

from __future__ import annotations

import pytest

from notelint.drafts.read import from_text
from notelint.language import analyse

FOREIGN = {
    "German": """Sehr geehrte Frau Brandt,

vielen Dank für das freundliche Gespräch am Dienstag. Die Führung durch die Werkstatt hat mir gut gefallen, und ich
würde mich sehr freuen, bald in Ihrem Team zu arbeiten.

Mit freundlichen Grüßen
Lena Abt""",
    "French": """Madame,

je vous remercie de m'avoir reçue mardi dans votre atelier. La visite m'a beaucoup plu et je serais heureuse de
travailler avec vous. Pourriez-vous me dire quand vous pensez prendre une décision ?

Cordialement,
Anne Petit""",
    "Spanish": """Estimada señora Vega:

muchas gracias por la entrevista del martes. Me gustó mucho conocer el taller y al equipo, y me encantaría trabajar con
ustedes. Quedo a la espera de sus noticias.

Un cordial saludo,
Luis Prado""",
    "Portuguese": """Prezada senhora Lima,

muito obrigado pela entrevista de terça-feira. Gostei muito de conhecer a oficina e a equipa, e ficaria feliz por poder
trabalhar convosco.

Com os melhores cumprimentos,
Rui Alves""",
    "Dutch": """Geachte mevrouw De Wit,

hartelijk dank voor het gesprek van dinsdag. De rondleiding door de werkplaats was erg leuk en ik zou graag in uw team
komen werken. Wanneer hoor ik van u?

Met vriendelijke groet,
Jan Smit""",
    "Polish": """Szanowna Pani,

dziękuję za rozmowę we wtorek. Bardzo podobał mi się warsztat i cały zespół, i chętnie podejmę u Państwa pracę. Czy mogę
zapytać, kiedy zapadnie decyzja?

Z poważaniem
Piotr Lis""",
    "Italian": """Gentile signora Conti,

grazie per il colloquio di martedì. La visita alla bottega mi è piaciuta molto e sarei felice di lavorare con voi. Quando
pensate di decidere?

Cordiali saluti,
Luca Neri""",
    "German with English words": """Hallo Frau Brandt,

vielen Dank für das Meeting im Office. Der Job als Teamleader im Marketing klingt super, und das Feedback zum Case war
sehr hilfreich für mich.

Viele Grüße
Lena Abt""",
}

ENGLISH = {
    "plain": """Dear Ms. Brandt,

Thank you for the talk on Tuesday. I liked the workshop and would gladly join the crew.

Kind regards,
Lena Abt""",
    "foreign names": """Dear Frau Müller-Lüdenscheidt,

It was a pleasure to meet you, Señora Peña, Herr Szczepański and Monsieur Lefèvre at the Großmarkt in Düsseldorf. The talk
with Doña Inés about jamón ibérico and Käsespätzle has stayed with me.

Kind regards,
Zbigniew Brzęczyszczykiewicz""",
    "learner": """Dear Sir,

I wait already three weeks for answer. I am very interested for the work and I like very much the machines in your hall.

Best wishes,
Piotr""",
    "telegraphic": """Hi Jo,

Loved bakery. Great ovens, great people, great bread. Can start Monday. Any news?

Sam""",
    "list": """Dear Ms. Roy,

As promised:

- transcript
- references
- police check
- driving licence
- photographs of work

Kind regards,
Ola Berg""",
    "two words": "Danke schön!",
    "short foreign note": "Merci beaucoup, à bientôt!",
    "empty": "",
}


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_letter_in_another_language_is_not_english(text: str) -> None:
    assert not analyse(from_text(text, "letter.txt")).english


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english_and_what_is_too_short_to_tell_is_english(text: str) -> None:
    assert analyse(from_text(text, "letter.txt")).english
