"""What interviewers doubt, and what a letter speaks of when it takes the doubt up without its name.

Each entry is one meaning: before the colon words by which a concern names it, below them words that take it up. `_`
joins the words of a phrase, `*` stands for any ending, `#` for a year.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ROWS = """
gap* unemploy* out_of_work time_off career_break hiatus sabbatical between_jobs not_working resume_gap:
    gap* break breaks leave pause* sabbatical away caring cared look*_after time_off out_of_work between_jobs
    between_roles between_positions return*_to_work back_to_work at_home year_abroad travelled traveled
    illness recover* unemploy* without_work laid_off redundan* parental maternity paternity between_#_and_#
    from_#_to_# since_# in_those_years in_that_time during_that_time that_year those_months these_years
notice start_date starting_date availability available earliest_start start_sooner:
    notice availab* start_on start_in start_from start_at start_as start_with start_by start_when start_date
    starting can_start could_start would_start able_to_start ready_to_start glad_to_start happy_to_start
    free_from release* join_you_in join_you_on join_you_from begin_on begin_in hand_over handover resign*
    earliest from_the_first
junior inexperience* young early_career entry_level seniority not_senior fresh_graduate recent_graduate
        little_experience lack_of_experience no_experience limited_experience enough_experience
        years_of_experience thin_experience:
    junior senior* experience* years lead leads led leading responsib* grow* grew learn* step_up mentor*
    graduate* managed in_charge owned own_project young age ready for_two_years trained
overqualif* over_qualif* too_senior too_experienced overexperienced:
    overqualif* over_qualif* qualif* senior* hands_on step_back step_down smaller to_stay staying i_stay
    long_term challenge* bored boring choose chose chosen choice on_purpose deliberate* exactly_what
    what_i_want prefer* title* fewer less_responsib* closer
relocat* move moving commut* distance far_away out_of_town long_way travel_time lives_far:
    relocat* move moved moves moving commut* travel* drive driving distance journey train bus bike bicycle
    ride live_in live_near living_in living_near based_in flat house apartment rent minutes_from hour_from
    hours_from nearby settle* walking_distance
visa* permit* sponsor* work_authori* right_to_work citizen* immigration nationality residence:
    visa* permit* sponsor* authori* right_to_work allowed_to_work entitled_to_work citizen* immigration
    residen* green_card settled_status passport without_a_permit indefinite_leave
salary pay wage* compensation remuneration rate too_expensive cost*_too_much:
    salary salaries pay paid wage* compensation remuneration package budget* range figure* rate bracket
degree* diploma qualif* certificat* licence license accredit* university college education academic
        formal_training self_taught school_leaver:
    degree* diploma qualif* certif* licen* accredit* university college school self_taught taught_myself
    teach_myself studied studies study course* graduate* apprentice* exam* evening_class* night_school bench
    without_a_degree academic
job_hop* hop hopping hopper tenure turnover stability loyal* short_stay* short_stint* many_jobs many_employers
        changed_jobs changes_jobs job_changes changing_jobs moved_around moves_around frequent_moves
        frequent_changes many_moves:
    i_stayed i_stay to_stay stay_for stayed_for stayed_at stayed_until staying tenure turnover
    stint* contract* fixed_term temporary project_based project_ended project_did long_term loyal* commit*
    settle* stable stability each_move each_change closed years_at place_to_stay for_years moved_on job_hop*
    hopping
remote* hybrid work*_from_home home_office on_site onsite in_office office_days presence:
    remote* hybrid from_home home_office distributed on_site onsite in_person in_the_office office time_zone*
    at_your_desk
language* english accent fluen* foreign:
    language* english accent fluen* speak* spoke bilingual translat* native mother_tongue interpret*
industry sector new_field other_field other_branch change_of_career career_change change_of_field
        career_switch switch:
    industry industries sector* field branch trade market career chang* switch* transition* new_to_me
    come_from came_from transfer* carries_over same_problem
child* childcare kids family nursery school_run carer:
    child* kids family nursery daughter* son sons school_run partner carer care_for
driv* car licence_to_drive:
    drive drives driving driver* drove car licen* vehicle* van
laid_off fired dismiss* redundan* let_go sacked left_last_job left_early reason_for_leaving why_*_left:
    laid_off let_go dismiss* redundan* left leave leaving closed close closure cut cuts cutbacks ended
    insolven* restructur*
excel spreadsheet*:
    excel spreadsheet* pivot*
part_time full_time hours overtime working_time:
    part_time full_time hours hour overtime days_a_week shift* schedule*
weekend* saturday* sunday*:
    weekend* saturday* sunday*
night nights shift* rota*:
    night nights shift* rota*
team leadership lead* manag* supervis* people_management leading_a_team larger_teams direct_reports:
    manag* leadership lead leads leading led supervis* head_of headed in_charge reported_to_me reports_to_me
    report_to_me ran_a coach* mentor* direct_reports team_of foreman
present* presentation* public_speaking stage audience*:
    present* speak* spoke spoken audience* gave_a_talk give_talks gave_talks stage
test task exercise assignment exam trial_task:
    test tests task exercise* assignment exam* solution rework* result*
budget* finance* financial cost* money:
    budget* spending costs finance* financial accounts figures
client* customer*:
    client* customer*
sale* sell* selling:
    sale* sell* selling sold quota
train* teach* coach* mentor*:
    train* teach* taught coach* mentor* pupils
health healthcare hospital* clinic* patient* ward*:
    health* hospital* clinic* patient* ward wards nursing
sql database*:
    sql database* quer*
programming coding code:
    program* coding code coded software
writ* wrote:
    writ* wrote
running jogging marathon*:
    run running ran runner* jog* marathon*
sail*:
    sail* boat boats
cycling bike* bicycle*:
    cycl* bike* bicycle*
hiking walking:
    hik* walk*
reading books:
    read* book books
cook* baking:
    cook* bak*
"""


@lru_cache(maxsize=512)
def taken_up_by(concern: str) -> tuple[re.Pattern[str], ...]:
    """What takes up the meanings that a concern names.

    Args:
        concern: its folded words, with one blank between them.
    """
    return tuple(said for named, said in _table() if named.search(concern))


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    rows = re.findall(r"^(\S[^:]*):\n((?:    .*\n)+)", _ROWS, re.MULTILINE)
    return tuple((_pattern(named), _pattern(said)) for named, said in rows)


def _pattern(words: str) -> re.Pattern[str]:
    forms = [word.replace("_", " ").replace("*", r"\w*").replace("#", r"(?:19|20)\d\d") for word in words.split()]
    return re.compile(rf"\b(?:{'|'.join(sorted(forms, key=len, reverse=True))})\b")
