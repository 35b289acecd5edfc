"""What has the shape of a complimentary close."""

import pytest

from notelint.drafts.closes import is_close

CLOSES = """
Best|Best,|Best regards|Kind regards,|Kindest regards|Warm regards|With kind regards,|Regards|Best wishes|All good wishes
With best wishes|Warm wishes|Sincerely|Sincerely yours|Yours sincerely|Yours faithfully|Yours truly|Very truly yours
Respectfully|Respectfully yours|Cordially|Gratefully|Gratefully yours|With gratitude|In gratitude|With appreciation
With thanks|Many thanks|Thanks|Thanks!|Thank you,|Thanks again|Thanks so much|Thank you very much|Thanks and best regards
With thanks and best wishes|Best wishes and many thanks|All the best|All my best|Warmly|Warmest|Fondly|Yours|Yours ever
Your most obedient servant|I remain, yours faithfully|Cheers|Cheers!|Cheers 😎|Later|Laters|Talk soon|Speak soon!|See you soon
Take care|Bye|Bye for now|Ciao|Peace out|xoxo|XOXO|xx|Lots of love|Love,|Have a great day!|Have a good weekend.
Happy Friday!|As ever|Much obliged|Sent with thanks|**Best regards,**|~ Best|Take care, and talk soon!|TTYL|Thx|Rgds
""".replace("\n", "|").strip("|")

OTHERS = """
As regards the date|Give my regards to Dana|I sincerely hope so|Thank you for your time|Best practices|The best part|Anna|Tom
Best Western Hotel|Kind people|Regarding the role|With the team|I look forward to it|Yours is a good team, and I want to join it
Later that day|Love the product|Warm welcome|Thanks to Dana|Please see below|XXX|Data Analyst|Take the job|Peace of mind|
""".replace("\n", "|").strip("|")


@pytest.mark.parametrize("text", CLOSES.split("|"))
def test_closes(text):
    assert is_close(text)


@pytest.mark.parametrize("text", OTHERS.split("|"))
def test_others(text):
    assert not is_close(text)
