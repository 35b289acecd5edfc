"""Names of people that dictionaries list as well, as those of somebody famous, and that are no everyday words.

From the names that are most frequent in the census of the United States of 1990; those are left out that are told from
other words anyway, and those that may begin a sentence (“Mark”, “Will”) or are part of a job's title (“Baker”).
"""

from __future__ import annotations

from notelint.drafts.words import word_set

GIVEN = word_set(
    "aaron abel abraham ada adam adrian al albert alberta alexander alfred allen amelia amos ana andrew "
    "angelica anna anne anthony arnold arthur austin beatrice ben benjamin bennie benny bernard beth billy "
    "blake bob bobby bradford bradley brent bridget brittany brooke bruce bryan byron calvin carlos carolina "
    "carroll cassandra cassie catherine chad charles charlotte chester christie christopher clarence clark "
    "clinton clyde cody colleen conrad constance cora curtis cynthia daisy dale dallas damon dana daniel "
    "daphne david derrick dewey diana dolly dolores dominic dominick dominique donna doris douglas earl ed "
    "edgar edward edwin elijah elisa elizabeth erica erin ester esther eugene eugenia fay felicia flora "
    "florence forrest frances franklin fred frederick gabriel gary geneva george georgia gilbert glen glenn "
    "gracie gregory harvey heather helen helena henry herbert herman holly horace howard hugo ida ira irving "
    "isaac israel iva jack jacob james jan jasmine jason jay jean jenny jeremiah jerome jerry jesus jim joel "
    "john johnny jonathan jordan joseph josh joshua joyce judith karen kelly kelvin ken kimberley kirk "
    "lawrence leigh lena leo leon leonard levi lewis lillie lily lindsay lloyd loren lorraine louis lowell "
    "lucas lucy luke luther lydia mack marc margarita marguerite maria marina marshall martin mary matthew "
    "mavis max melba melissa meredith merle michael mike milton mitchell mollie molly mona morgan morris moses "
    "myrtle nancy naomi nelson nicholas nick nina noah noel norma ola orlando oscar otis owen paige patrick "
    "patsy patty paul percy perry peter philip polly rachel ramona rebecca rebekah regina rex ricardo rickey "
    "rob robert robin ron roosevelt rosa rosario rosemary ross russell ruth sally salvador sam samuel santiago "
    "santos sarah saul scott selma seth shannon shari shawn shelley sherman sherry sidney silvia simon spencer "
    "stanley stella stephen stewart stuart sue tammy tara taylor ted terence teresa terry theresa thomas "
    "tiffany timothy toby todd tom tony tracy troy tyler vanessa veronica victor victoria viola virgil "
    "virginia wallace walter warren wayne wesley whitney willard willis wilson"
)
"""Given names, in small letters."""

FAMILY = word_set(
    "adams andersen anderson andrews armstrong arroyo bailey baldwin barr bartlett bates belcher bennett "
    "benton billings blackburn blair boone booth boswell bowers bowles bowling bowman boyle brady bragg brandt "
    "braun brewer britt brooks browning bruno buchanan bullock burgess burks burnett burt burton butler byrd "
    "cain calderon caldwell campbell carmichael carson carter castro cervantes chamberlain chang chapman "
    "chavez chen childs clements cleveland cline coates cochran colbert cole collins compton conner connolly "
    "cooke corbett cordova cortez costa cramer crawford crockett crosby crowder cummings cunningham dalton "
    "daniels davenport davis dawson decker dempsey diaz dickens dickinson dobson downing downs drake dumas "
    "duncan durham dyer edwards ellison emerson emery evans farrell faulkner fischer fisher fitzgerald fleming "
    "fletcher fowler franco freeman frey friedman frye fuentes fuller fulton gaines galloway gardner gibbons "
    "gibbs gibson gill gillespie givens goldberg goodman gould graham greene greenwood griffin griffith grimes "
    "groves guthrie hahn haley hall hamilton hampton hancock harding harper harris harrison hart hartley "
    "hastings hathaway hawkins hayes hays heath heller helms hendrix henson hess hickey hicks hobbs hoffman "
    "hogan holder holmes hopkins horne houston howe hubbard hudson huggins hughes hutchins hutchinson jackson "
    "jacobs jamison jefferson jensen jimenez johns johnson johnston jones juarez kaiser kaufman keller kendall "
    "kennedy kidd klein kline knox koch kuhn lambert lancaster lane lange langley lin livingston locke logan "
    "lovell lowry luna lund lyon lyons madison malone marino mason matthews maxwell mayer mays mccarthy "
    "mccauley mccormick mcgraw mcintosh mckinley mcpherson meade medina meeks middleton miller monroe montes "
    "montgomery moore morales morrison morrow morse morton muller murphy murray nance nash newman newton "
    "nielsen nixon norris ochoa orozco orr ortega osborne owens palmer parker parrish parsons penn peters "
    "pickett pierre poe polk pollock ponce powell quinones raines rankin rasmussen reed reeves reid reyes "
    "reynolds rhodes richards richardson richmond riley rivera robbins roberts robertson robinson robles "
    "rodgers roe rogers rosales roth rucker rutherford rutledge salinas samuels sanchez sanders sargent sawyer "
    "schmidt seymour shaw sheffield shepard silva simons simpson sinclair singleton smith snider solomon "
    "sorensen stanford stanton starr steele stein stephens stephenson stevens stevenson stover strickland "
    "sullivan sutherland swanson tate tatum thompson thomson thornton townsend trevino turner tyson underwood "
    "valdez valencia vargas vaughan vega velazquez vinson wagner walker walters walton warner washington "
    "watson watts webb weber webster weston whitehead wilkins wilkinson williams wolfe woodruff woodward "
    "wright wyatt yang"
)
"""Family names, in small letters."""

ELSEWHERE = word_set(
    "ali amir angus anil dylan fatima harry hussein ibrahim isabella ivanov jun khan krishna lakshmi lee levy li ling "
    "mackenzie macleod mei ming mohammed muhammad ng raj rama sita sofia tan wei wu xi yamamoto zhou"
)
"""Names frequent in other countries, given and family, in small letters."""
