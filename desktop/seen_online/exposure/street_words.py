"""The words that streets are called by, in English and in the countries around."""

from __future__ import annotations

# After these a line is a street almost wherever it stands.
STRONG = (
    "street|str|st|road|rd|avenue|aven|ave|av|lane|ln|drive|drv|dr|close|court|ct|crescent|cres|gardens|gdns|grove"
    "|place|pl|square|sq|"
    "terrace|terr|ter|way|boulevard|boul|blvd|highway|hwy|parkway|pkwy|pky|circle|cir|mews|turnpike|tpke|expressway"
    "|expy|"
    "freeway|fwy|alley|aly|esplanade|promenade|causeway|wynd|trail|trl|broadway|parade|pde|loop|plaza|plz"
)
# These are common words too, so the line must stand by itself as an address does.
WEAK = (
    "approach|arcade|avenue|bank|bridge|brow|bypass|centre|center|chase|circus|cl|commons?|corner|cottages"
    "|courtyard|croft|cross|dale|dene|end|"
    "estate|fields|fold|gate|glade|glen|green|gr|heath|heights|hts|hill|hills|island|junction|landing|mall|manor"
    "|meadows?|"
    "mount|orchard|oval|park|pass|passage|path|pike|point|quay|ridge|ring|rise|row|run|side|spur|steps|strand|track|"
    "vale|valley|view|villas|vista|walk|wharf|wood|woods|yard|brae|buildings|copse|dell|drove|garth|gait|grn|hey|holt"
    "|leas?|loan|lonnen|mead|nook|paddock|pend|rigg|spinney|furlong|holme|side|top"
)
# Houses that have a name in place of a number.
HOUSES = (
    "house|cottage|lodge|farm|farmhouse|barn|villa|rectory|vicarage|parsonage|bungalow|hall|manor|grange|mill|croft|"
    "stables|gables|granary|chapel|chalet|annexe"
)
# Languages that put the kind of street in front: 45, rue Neuve; Calle Mayor, 12; ul. Nowa 3.
FIRST = (
    r"rue|avenue|av\.?|boulevard|bd\.?|blvd\.?|place|chemin|route|allee|quai|impasse|cours|square|passage|faubourg|"
    r"via|viale|vicolo|corso|piazza|piazzale|largo|strada|calle|c/|carrer|avenida|avda\.?|avinguda|paseo|plaza"
    r"|plaça|camino|"
    r"carretera|ctra\.?|rua|r\.|travessa|praca|estrada|alameda|rodovia|ul\.|ulica|aleja|al\.|pl\.|os\.|ulitsa"
    r"|bulevardul|bul\.|bd-ul|"
    r"jalan|jl\.|lorong|cesta|trg|utca|heol|ffordd|stryd"
)
# Languages that grow it onto the name and number behind: Hauptstraße 5, Kerkstraat 12, Storgatan 3.
GROWN = (
    r"str(?:asse|aße|\.)|straat|stra(?:ss|ß)e|weg|laan|plein|gracht|kade|dijk|singel|dreef|steenweg|gade|vej|gata"
    r"|gatan|vagen|veien|vegen|"
    r"gasse|allee|platz|damm|ufer|markt|katu|tie|kuja|torget|plads|ring"
)
# What may stand inside a street's name in small letters.
LINKS = (
    "of|the|and|on|upon|by|in|le|la|les|de|du|des|del|della|delle|dei|di|da|do|dos|das|den|der|van|von|y|e|"
    "al|am|zur|zum"
)
UNIT = (
    r"suite|ste|unit|apartment|apt|appt|flat|floor|flr|fl|room|rm|building|bldg|block|level|lot|loft|studio|shop"
    r"|office|space|"
    r"basement|penthouse|tower|wing|department|dept|mail ?code|mail ?stop|p\.?[ ]?o\.?[ ]?box"
)
DIRECTION = r"north|south|east|west|northeast|northwest|southeast|southwest|[ns]\.?[ew]\.?|[nsew]\.?"
