"""Words that mail programs write by themselves, in the languages that they are set to.

A letter in English may well answer a mail by way of a program in Polish. The forms are those of Gmail, Apple Mail,
Outlook, Thunderbird, Yahoo, Proton, Samsung and others; alternatives stand between bars.
"""

from __future__ import annotations

ATTRIBUTIONS = """
    on|at|in a message dated {when} {who} wrote|writes
    {who} wrote|writes
    {who} wrote|writes on {when}
    quoting|quoting message from|zitat von|citando|citando a {who}
    am {when} schrieb|schrieben {who}
    am {when} hat {who} geschrieben|folgendes geschrieben
    {who} schrieb|schrieb am {when}
    {who} hat am {when} geschrieben|folgendes geschrieben
    {who} schrieb|schreibt
    le {when} {who} a écrit
    {who} a écrit le {when}
    {who} a écrit
    el|el día {when} {who} escribió|va escriure
    {who} escribió el|escribió el día {when}
    {who} escribió|escreveu
    em|no dia|dia|a|às {when} {who} escreveu
    {who} escreveu|escreveu em|escreveu no dia|escreveu às {when}
    il|il giorno|in data {when} {who} ha scritto
    {who} ha scritto il|ha scritto il giorno {when}
    {who} ha scritto
    op {when} schreef {who}
    op {when} heeft {who} geschreven|het volgende geschreven
    {who} schreef op {when}
    {who} schreef
    w dniu|dnia {when} {who} pisze|napisał|napisała|napisał(a)|nadesłał|nadesłała
    {when} {who} pisze|napisał|napisała|napisał(a)
    wiadomość napisana przez {who} w dniu|dnia {when}
    {who} napisał|napisała|napisał(a)
    den|d. {when} skrev {who}
    {when} skrev {who}
    {who} skrev|skrev den|skrev følgende den {when}
    {who} skrev|skrev följande|skrev følgende
    {when} {who} kirjoitti
    {who} kirjoitti {when}
    {who} kirjoitti
    dne|dňa {when} {who} napsal|napsala|napsal(a)|napísal|napísala|napísal(a)
    {when} {who} napsal|napsala|napsal(a)|napísal|napísala|napísal(a)
    {who} napsal|napsala|napsal(a)|napísal|napísala|napísal(a)
    {when} tarihinde {who} yazdı|şunu yazdı|şunları yazdı
    {who} {when} tarihinde yazdı|şunu yazdı|şunları yazdı
    {who} yazdı|şunu yazdı|şunları yazdı {when}
    {when} keltezéssel {who} írta|ezt írta
    {who} ezt írta {when}
    în|pe|la {when} {who} a scris
    στις|την|τις {when} {who} έγραψε
    {when} {who} написал|написала|написал(а)|пишет|пише|написав|написа
    {who} написал|написала|написал(а)|пишет|пише {when}
    pada|pada tanggal {when} {who} menulis
    vào|vào lúc {when} {who} đã viết
    在|于|於 {when} {who} 写道|寫道|写到|编写
    {when} {who} 写道|寫道|写到|编写
    {who} 于|於|在 {when} 写道|寫道|写到
    {when} {who} のメール|さんは書きました|wrote
    {when} {who} 작성|님이 작성|님이 작성하였습니다|쓴 글|이(가) 쓴 글
"""
"""The line above earlier mail, one form a line, without the colon at its end."""

BEFORE_DATE = (
    "on|at|am|le|el|el día|em|no dia|dia|a|às|il|il giorno|in data|op|w dniu|dnia|dne|dňa|den|d.|în|pe|la|στις|την|на|в"
    "|у|u|dana|pada|pada tanggal|vào|vào lúc|في|בתאריך|בתאריך יום|在|于|於"
)
"""What may stand before the date in that line."""

FIELDS = {
    "from": (
        "from|von|de|da|van|od|från|fra|frá|lähettäjä|kimden|gönderen|feladó|от|від|από|expéditeur|remitente|mittente"
        "|afzender|expeditor|saatja|dari|từ|người gửi|de la|pošiljatelj|מאת|من|差出人|送信者|发件人|寄件者|寄件人"
        "|보낸 사람|보낸사람|발신"
    ),
    "sent": (
        "sent|gesendet|envoyé|envoyé le|enviado|enviado el|enviado em|enviado a|enviada|enviada em|inviato|inviato il"
        "|verzonden|wysłano|wysłane|skickat|sendt|lähetetty|odesláno|odoslané|gönderildi|gönderilme tarihi|elküldve"
        "|отправлено|надіслано|отправлен|στάλθηκε|trimis|dikirim|đã gửi|изпратено|poslano|saadetud|enviat|נשלח|送信日時"
        "|发送时间|发送日期|傳送時間|寄件日期|보낸 날짜|보낸날짜|발송일"
    ),
    "date": (
        "date|datum|data|fecha|dato|päivämäärä|päiväys|dátum|tarih|дата|ημερομηνία|tanggal|ngày|تاريخ|日付|日時|日期|날짜"
    ),
    "to": (
        "to|an|à|a|para|aan|do|komu|till|til|vastaanottaja|kime|alıcı|címzett|кому|до|προς|către|kepada|đến|za|prima"
        "|destinataire|destinatario|destinatário|per a|אל|إلى|宛先|收件人|收件者|받는 사람|받는사람|수신"
    ),
    "cc": "cc|bcc|kopie|copie|copie à|dw|udw|kopia|kopi|kopio|bilgi|másolat|копия|копія|κοιν|tembusan|抄送|副本|참조",
    "subject": (
        "subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|temat|ämne|emne|aihe|otsikko|předmět|predmet|konu"
        "|tárgy|тема|θέμα|subiect|subjek|perihal|chủ đề|относно|assumpte|teema|נושא|موضوع|件名|主题|主題|主旨|제목"
    ),
}
"""The fields above earlier mail in Outlook and above a forwarded one."""

ORIGINAL = (
    "original|originale|originales|ursprüngliche|ursprünglicher|d'origine|oorspronkelijk|oorspronkelijke|origineel"
    "|oryginalna|oryginalny|ursprungligt|oprindelig|opprinnelig|alkuperäinen|původní|pôvodná|orijinal|özgün|asıl|eredeti"
    "|исходное|оригинальное|вихідне|оригінальне|αρχικό|mesajul|gốc|asli|оригинално|izvirno|izvorna"
    "|forwarded|reply|weitergeleitete|transféré|reenviado|encaminhada|reencaminhada|inoltrato|doorgestuurd|przekazana"
    "|przekazanej|vidarebefordrat|videresendt|välitetty|edelleenlähetetty|přeposlaná|preposlaná|iletilen|yönlendirilen"
    "|yönlendirilmiş|továbbított|пересланное|пересылаемое|переслане|προωθημένο|redirecționat|reenviat|terusan"
    "|proslijeđena|posredovano"
)
LETTER = (
    "message|appointment|mail|e-mail|email|nachricht|termin|mensaje|mensagem|messaggio|bericht|wiadomość|wiadomości|treść"
    "|meddelande|brev|meddelelse|melding|besked|e-post|viesti|zpráva|správa|mesaj|mesajı|ileti|e-posta|üzenet|сообщение"
    "|письмо|повідомлення|μήνυμα|missatge|thư|pesan|съобщение|poruka|sporočilo"
)
"""“Original” or “forwarded”, and what is: the line between dashes above earlier mail has one of each, in any order."""

DASHED = (
    "originalnachricht|originalmeddelande|元のメッセージ|オリジナルメッセージ|転送メッセージ|転送されたメッセージ|原始邮件|原始郵件|转发邮件"
    "|转发的邮件|轉寄郵件|轉寄的郵件|转发信息|邮件原件|원본 메시지|원본 메일|전달된 메시지|전달된 메일"
)
"""The same in one word."""

FORWARDED = (
    "begin forwarded message|anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail"
    "|début du message transféré|début du message réexpédié|inicio del mensaje reenviado|início da mensagem reenviada"
    "|início da mensagem encaminhada|inizio messaggio inoltrato|begin doorgestuurd bericht"
    "|początek przekazywanej wiadomości|vidarebefordrat brev|börja vidarebefordrat meddelande|videresendt besked"
    "|start på videresendt besked|videresendt melding|start på videresendt melding|videresendt e-post"
    "|välitetty viesti alkaa|začátek přeposílané zprávy|iletilen ileti|iletilen mesaj"
    "|начало переадресованного сообщения|転送されたメッセージ|下面是被转发的邮件|以下是轉寄的郵件|전달된 메시지"
)
"""What Apple Mail writes, without dashes but with a colon."""

HIDDEN = (
    "[quoted text hidden]|[message clipped]|[zitierter text wurde ausgeblendet]|[texte des messages précédents masqué]"
)
"""What Gmail prints in place of earlier mail."""

DEVICES = (
    r"(?:von|aus) mein\w+ .{1,40} gesendet|gesendet (?:von|mit|über|aus) .{1,60}",
    r"diese (?:nachricht|e-?mail|mail) wurde .{1,60} gesendet",
    r"envoyée? (?:de|depuis|à partir d|par|via|avec|sur).{1,60}|télécharge[rz]? outlook pour .{1,20}",
    r"enviad[oa] (?:desde|do|da|de|via|a partir|con|com|por|pelo|pela|a través) .{1,60}|enviat (?:des|amb) .{1,60}",
    r"inviat[oa] (?:da|dal|dalla|con|tramite) .{1,60}",
    r"(?:verstuurd|verzonden) (?:vanaf|vanuit|met|via|van) .{1,60}",
    r"wysłan[oey] (?:z|ze|za|przez) .{1,60}",
    r"skickat från .{1,60}|sendt (?:fra|med|via) .{1,60}|lähetetty .{1,60}",
    r"odesláno ze? .{1,60}|odoslané zo? .{1,60}|poslano (?:s|z|iz) .{1,60}|trimis (?:de pe|din) .{1,60}",
    r".{1,40} (?:gönderildi|gönderilmiştir)|elküldve .{1,60}|.{1,40} küldve",
    r"отправлено (?:с|из) .{1,60}|надіслано (?:з|із) .{1,60}|(?:εστάλη|στάλθηκε) από .{1,60}",
    r"dikirim dari .{1,60}|được gửi từ .{1,60}|נשלח מ.{1,60}|(?:أ|تم ال)?[إا]?رسلت? من .{1,60}",
    r".{1,40}から送信.{0,10}|.{1,30}에서 (?:보냄|보낸 메일입니다)",
    r"发自我?的?.{1,30}|[从從](?:我的)? ?.{1,30}(?:发送|傳送|寄出)",
)
"""“Sent from my phone”, patterns in lower case."""

CONFIDENTIAL = (
    "vertraulich|vertrauliche|confidentiel|confidentielle|confidenciais|confidencial|confidenciales|riservate|riservato"
    "|vertrouwelijk|vertrouwelijke|poufny|poufne|konfidentiell|konfidentielle|luottamuksellinen|důvěrné|gizli|bizalmas"
    "|конфиденциальн|機密|保密"
)
"""“Confidential” in notices under a mail."""
