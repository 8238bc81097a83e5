"""The word lists that people write for the reading of adverts; all go into ``adverts.json``.

They are in small letters and without signs, as ``mlroles.adverts.sentences`` takes a text apart.
"""


def _rows(text: str) -> tuple[str, ...]:
    """Return the phrases of a list written with commas."""
    return tuple(dict.fromkeys(" ".join(each.split()) for each in text.split(",")))


BOILERPLATE = _rows("""
equal opportunity, equal employment, affirmative action, without regard, regardless of race,
eeo, eoe, sexual orientation, gender identity, gender expression, national origin, veteran status,
protected veteran, protected veterans, marital status, genetic information, religion, ethnicity,
color religion, all qualified applicants, qualified applicants, reasonable accommodation,
reasonable accommodations, disability status, discriminate, discrimination, harassment,
arrest record, criminal histories, criminal history, fair chance, e verify, background check,
drug test, drug free, drug screen, diverse workforce, diversity and inclusion, inclusive workplace,
inclusive environment, diversity equity, pay transparency,
401k, 401 k, dental, medical dental, health insurance, life insurance, vision insurance, paid time,
pto, paid holidays, parental leave, paid parental, maternity, paternity, sick leave, vacation,
vacations, holidays, tuition, retirement, pension, commuter, gym, snacks, lunches, catered,
wellness, perks, happy hour, happy hours, stock options, equity package, restricted stock, rsu,
rsus, annual bonus, performance bonus, benefits package, competitive salary, competitive compensation,
competitive pay, competitive benefits, compensation package, total rewards, salary range, base pay,
base salary, pay range, salary ranges, annual salary, compensation range, target salary, per annum,
per hour, hourly rate, job type full time, pay frequency, employee assistance,
disability insurance, flexible spending, health savings, fsa, hsa, relocation assistance,
visa sponsorship, employee discount, employee discounts, flexible hours, flexible working hours,
work life balance, remote work policy, health benefits, health care benefits, employee benefits,
about us, our mission, founded in, was founded, headquartered in, headquartered,
fortune 500, fortune 100, nasdaq, nyse, venture backed, great place to work, best places to work, employees worldwide, global leader,
world leader, a leading provider, leading provider, our values,
our company, company culture, offices in,
privacy policy, privacy notice,
recruitment agencies, staffing agencies, unsolicited resumes, unsolicited, headhunters,
apply now, click here, apply online, cover letter, submit your resume, send your resume,
please apply, apply today, apply via, apply for this, how to apply, application process,
social distancing, covid 19, covid,
vaccination, vaccinated, job description may, not intended to be, other duties as assigned,
duties as assigned, this job description, reserves the right, at will, pounds, physical demands, easy apply, report this job, show more, seniority level,
employment type, posted today, days ago, referrals increase, job alert,
equity compensation, scams, fraudulent, text messages
""")
"""One of these makes a sentence boilerplate."""

IDLE_HEADINGS = _rows("""
benefits, perks, our benefits, what we offer, we offer, what we can offer, compensation,
compensation and benefits, salary, pay, pay range, why join, why work, why you, why us, about us,
about the company, about our company, who we are, company overview, company description, our story,
our mission, our values, our culture, equal, eeo, diversity, how to apply, additional information, what s in it, in return, our commitment, disclaimer, the perks,
some of our benefits, life at, covid, physical, working conditions, work environment, job type,
supplemental pay, job benefits, accommodations,
about our, privacy, legal, the benefits, what you ll get, what you get, we are proud, our company
""")
"""Headings under which nothing is said about the work."""

BUSY_HEADINGS = _rows("""
responsibilities, key responsibilities, your responsibilities, job responsibilities, duties,
essential duties, essential functions, primary responsibilities, what you ll do, what you will do,
what you ll be doing, what you will be doing, in this role, the role, your role, about the role,
role overview, role description, role summary, the opportunity, job summary, job description,
position summary, position overview, job overview, overview, summary, description, job duties,
requirements, job requirements, minimum requirements, basic requirements, qualifications,
minimum qualifications, basic qualifications, required qualifications, preferred qualifications,
preferred, desired, additional qualifications, education, education and experience, experience,
required experience, required skills, skills, key skills, technical skills, preferred skills,
desired skills, nice to have, nice to haves, bonus points, good to have, pluses, must have,
must haves, who you are, about you, what you ll need, what you will need, what you need,
what you ll bring, what you bring, what we re looking for, what we are looking for, you have,
you will, you ll, your profile, your skills, we re looking for, ideally, you might, the team,
about the team, about the job, about this role, about the position, your background, day to day,
impact you will make, knowledge, competencies, certifications, what you should have, your mission,
your tasks, to be successful, you should have, you are, tasks, what will you do, minimum, basic
""")
"""All other usual headings."""

MASKED_LAST = _rows("""
scientist, engineer, analyst, researcher, developer, architect, statistician
""")
"""The last words of titles; of several people they tell with whom somebody works."""

MASKED_WHOLE = _rows("""
data scientists, machine learning engineers, ml engineers, ai engineers, mlops engineers,
deep learning engineers, ai ml engineers, ml ai engineers, research engineers,
machine learning scientists, ml scientists, ai scientists, research scientists,
applied scientists, machine learning researchers, ml researchers, ai researchers,
deep learning researchers, deep learning scientists
""")
"""Titles of the roles, for several people."""

MASKED_BEFORE = _rows("""
data, machine, learning, ml, ai, artificial, intelligence, deep, research, applied, software,
analytics, business, computer, vision, nlp, language, natural, processing, speech, staff, senior,
sr, lead, principal, junior, jr, associate, decision, product, marketing, science, quantitative,
statistical, big, cloud, backend, frontend, full, stack, platform, infrastructure, devops, mlops,
systems, system, reporting, financial, bi, insights, solutions, solution, generative, gen, genai,
llm, visualization, robotics, perception, algorithm, algorithms, modeling, and, reinforcement,
clinical, risk, fraud, growth, operations, operational, site, reliability, database, etl,
web, application, python, java, search, recommendation, ranking, autonomy, postdoctoral
""")
"""Words of titles before the last."""

ENGLISH = _rows("the, and, of, to, with, you, we, our, your, for, be, that, this, will, are, from")
"""Small words of English that the languages around it do not have."""

ADVERT = _rows("""
you will, you ll, you have, you are, you re, you can, your, we are, we re, we offer, looking for,
seeking, join us, join our, apply, candidate, candidates, applicant, applicants, responsibilities,
responsible for, requirements, qualifications, required, preferred, must have, nice to have,
a plus, years of experience, years experience, years of, experience with, experience in,
experience working, ability to, this role, the role, this position, the position, ideal, hiring,
full time, salary, skills, our team, the team, duties, degree in, knowledge of, proficiency,
proficient, strong, opportunity, benefits
""")
"""Words of adverts, whatever the job."""
