"""Words that stand on any web page, so that sharing them says nothing about who a page is about."""

from __future__ import annotations

# Little words of English, as they stand after accents and capitals are gone.
_LITTLE = """
a about above across after again against ago all almost along already also although always am among an and another any
anyone are around as at away back be became because become been before began behind being below best better between
both but by came can cannot come could day days did do does doing done down during each early either else end enough
even ever every far few first for former found four from full further gave get give given go goes going gone good got
great had has have having he hello her here hers high him himself his how however i if in including into is it its
itself just keep kept know known large last late later least less let like likely little long lot made make makes
making many may me mean might more most mr mrs ms much must my name named names near need never new next no non not
nothing now of off often old on once one ones only onto or other others our out over own part people per perhaps
person place put quite rather really right said same saw say says second see seen several shall she should show shown
shows since small so some someone something soon still such take taken than that the their them then there these they
thing things think third this those though three through time times to today together too took toward two under until
up upon us use used uses using very via was way we week well went were what when where whether which while who whole
whom whose why will with within without would year years yes yet you your yours
""".split()  # noqa: SIM905 (a text is easier to read and to mend than four hundred quoted words)

# Words of web sites about themselves.
_SITE = """
ac account ad add advanced advertise alert alphabetical am application apr april archive archived article articles asp
aspx aug august available bin blog bookmark browse browser button buy cart category cfm cgi chat check click close co
com comment community connect contact content cookie copy copyright created database date de dec december default
description detail directory discussion display document dot download edit edu email en entry est event explore
facebook faq favorite favourite fax feature featured feb february feed file find flash follow follower format forum
frame free friday friend gallery game gmt google gov guest guide help hit home homepage host hosted htm html http
https icon id image index info information internet item jan january javascript join jsp jul july jun june keyword
language latest launch learn legal link linkedin list listing load local log login logo logout mail main map mar march
media member membership menu message mobile monday month more myspace navigation net news newsletter node note notice
nov november number oct october official online open option org original overview page password pdf phone photo php
php3 picture please pm policy popular post posted powered preview previous print privacy profile program project
public publish published query rate rated rating read reader recent record register registration related release
report require reserved resource result return review rss sale saturday save search section select send sep sept
september server service session set share shop shtml sign site sitemap sort source special staff start stat step
store story stuff subject submit subscribe sunday support tag tel term text thursday title toggle tool top topic tour
tuesday twitter type uk unknown update updated upload url us user users version video view viewed visit visitor web
webmaster webpage website wednesday welcome wikipedia window word world write written www xml yahoo youtube
""".split()  # noqa: SIM905

LITTLE = frozenset(_LITTLE)
COMMON = frozenset(_LITTLE) | frozenset(_SITE)

# Words for which two pages about different people often share: trades, family matters, shops, places in general.
_EVERYDAY = """
academy act action actor address advice africa age agency agent air album america american apply appointment april
area army art artist ask asked assistant associate association attend audience author award baby band bank base
baseball basketball bio biography birth birthday birthplace black blue board body born boy britain british brother
building business call campaign canada capital captain car card care career cast cd celebrate center central centre
century ceo chair chairman chapter character charge chief child children choice church citizen city civil class client
club coach collection college color common community company complete computer conference congress construction
consultant contract corporation cost council country county couple course court cover credit crew curriculum customer
daughter dead deal death december degree delivery department design designer develop development died director disc
discover district division dob doctor dog dollar door dr drama drive east economic editor education effect election
elementary employee energy engineer engineering england english episode estate europe event example executive
exhibition experience expert face fact faculty fall family fan father federal fiction field file film final financial
fire firm fish five football force foreign foundation founder four france fund funeral future gallery game garden
genealogy general generation george german germany girl gold golf government grade graduate grand great green ground
group growth guitar hall hand head health heart high hill historical history holiday hospital hotel hour house human
husband idea imdb inc include industry institute insurance interest international interview investment involved island
issue james japan jazz job john join joined joint journal judge justice key kid king knowledge label lady lake land
language law lawyer lead leader league learn lecture letter level library life light limited line literature live
living loan london low ltd machine magazine mail major man manage management manager market marketing marriage married
master material mayor media medical medicine meeting memorial men mental method michael military mind minister minute
model money mortgage mother mountain movie murder museum music musical musician nation national natural nature network
night north novel nurse obituary object offer office officer oil opening opinion orchestra order organisation
organization paint painting paper paperback parent park partner party patient paul peace performance period phd
philosophy piano piece plan plant play player point police political politics position power practice present
president press price prize problem process produce producer product production professional professor property
provide psychology pub publication publisher publishing purchase race radio real red region religion report reporter
republic research result retired review rich river road robert rock role room royal saint sale san schedule scholar
school science scientist score screen season secretary security senate senior series session shape ship signed single
sister six social society software son song sound source south speak speaker special speech sport staff standard star
state station street strong student studio study style subject success summer supply survive survived system table
talk teach teacher team technical technology television test thank theater theatre theory thomas title track trade
traffic training travel treatment tree trust tv type uncle union unit university valley value van village visit vitae
voice volume volunteer vote wall war washington water wedding west western white wife william win wine winner winter
woman women worker works workshop yard young youth
""".split()  # noqa: SIM905

EVERYDAY = frozenset(_EVERYDAY) - COMMON
