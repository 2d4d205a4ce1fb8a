"""Words by which a page without results shows why it has none, in the languages that a reader here may be served.

An engine answers in the language of the place that it takes us to be in: behind a proxy in Berlin it is German. All
in small letters; a word that begins a longer one ("roboter") is found in it.
"""

from __future__ import annotations

ROBOT = (
    "bots use duckduckgo", "unusual traffic", "robot", "captcha", "are you human", "you are human", "a human",
    "verify you are", "verify that you", "confirm this search was made by a human", "automated queries",
    "automated requests", "automated access", "automated tool", "suspicious activity", "security check",
    "checking your browser", "just a moment", "attention required", "too many requests", "rate limit",
    "slow down", "access denied", "access to this page has been denied", "request blocked", "temporarily blocked",
    "ip address has been", "enable javascript and cookies", "solve the puzzle", "complete the challenge",
    "complete the following challenge", "pardon our interruption", "request unsuccessful", "press & hold",
    "press and hold", "ungewöhnlichen datenverkehr", "automatisierte anfragen", "zu viele anfragen",
    "zugriff verweigert", "sie ein mensch sind", "trafic exceptionnel", "trafic inhabituel", "accès refusé",
    "trop de requêtes", "que vous êtes humain", "tráfico inusual", "acceso denegado", "demasiadas solicitudes",
    "traffico insolito", "accesso negato", "troppe richieste", "ongewoon verkeer", "toegang geweigerd",
    "te veel verzoeken", "nietypowy ruch", "odmowa dostępu",
)  # fmt: skip

# In a form's or a frame's address, a class, an id: the makers of tests for robots, and what they call them.
CHALLENGES = (
    "captcha", "challenge", "anomaly", "turnstile", "arkoselabs", "funcaptcha", "cdn-cgi/challenge", "px-cloud",
    "botdetect", "incapsula", "awswaf", "datadome", "geetest", "cf-please-wait", "cf-wrapper",
)  # fmt: skip
# The same in a script. Only what cannot stand in the script of a usual page of results.
CHALLENGE_SCRIPTS = (
    "captcha-delivery.com", "_cf_chl_opt", "challenges.cloudflare.com", "awswafintegration", "_incapsula_resource",
    "px-captcha", "turnstile.render", "hcaptcha.render", "grecaptcha.render",
)  # fmt: skip
# Where a page sends its reader on to.
DOORS = ("captcha", "challenge", "/sorry", "consent", "verify", "denied", "blocked", "enablejs", "nojs", "robot")

CONSENT = (
    "before you continue", "accept all cookies", "reject all cookies", "we value your privacy",
    "manage privacy settings", "cookies and your privacy", "we, yahoo, are part of", "bevor sie fortfahren",
    "bevor sie zur", "avant d'accéder", "avant de continuer", "antes de continuar", "prima di continuare",
    "voordat je verdergaat", "zanim przejdziesz",
)  # fmt: skip
COOKIE = ("cookie", "ciastecz")
# How the name of a button begins that answers a wall of cookies. Those of one word count only beside COOKIE.
AGREE = (
    "accept", "reject", "agree", "i agree", "allow", "decline", "deny", "got it", "ok", "akzeptieren", "ablehnen",
    "alle ablehnen", "zustimmen", "ich stimme", "j'accepte", "refuser", "continuer sans", "aceptar", "rechazar",
    "accetta", "rifiuta", "accetto", "accepteren", "weigeren", "akkoord", "zgadzam", "akceptuj", "odrzuć", "godta",
)  # fmt: skip
AGREE_TO_ALL = (
    "accept all", "reject all", "agree to all", "alle akzeptieren", "alle ablehnen", "alles akzeptieren",
    "tout accepter", "tout refuser", "accepter tout", "aceptar todo", "rechazar todo", "accetta tutto",
    "rifiuta tutto", "alles accepteren", "alles weigeren", "zaakceptuj wszystko", "odrzuć wszystko",
)  # fmt: skip

# Something else than results is shown, and it is no "no results" either.
TROUBLE = (
    "something went wrong", "went wrong", "an error", "error occurred", "this error", "unavailable", "try again later",
    "loading", "maintenance", "not available in", "javascript", "sign in to", "log in to", "nicht verfügbar",
    "fehler", "später noch einmal", "une erreur", "indisponible", "chargement", "no disponible", "ha ocurrido un error",
    "non disponibile", "niet beschikbaar", "niedostępn", "wystąpił błąd",
)  # fmt: skip
# The engine searched for other words than ours.
INSTEAD = (
    "showing results for", "including results for", "results for similar", "search instead for",
    "es werden ergebnisse für", "résultats affichés pour", "voici les résultats pour", "se muestran resultados de",
    "risultati visualizzati per", "resultaten weergegeven voor", "wyświetlam wyniki dla",
)  # fmt: skip
# Any engine's way to say that there is nothing; believed only where a control query has rows.
NO_RESULTS = (
    "no results", "no more results", "no matches", "no matching", "no pages", "not match", "t match", "nothing",
    "not find", "t find", "0 results", "no documents", "no articles", "no images", "no news", "not found",
    "keine ergebnisse", "nichts gefunden", "keine treffer", "aucun résultat", "sin resultados", "no se han encontrado",
    "nessun risultato", "geen resultaten", "brak wyników", "try other", "try different", "try fewer",
    "try more general", "try another", "try searching", "try again with", "spelled correctly", "spelling", "make sure",
    "suggestions", "search tips", "search term", "keyword", "fewer words", "general words", "general terms",
    "different words", "other words", "great matches", "rephras", "typing mistake", "typo",
)  # fmt: skip
