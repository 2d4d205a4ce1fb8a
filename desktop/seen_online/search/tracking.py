"""Parameters that tell who sent a reader to a page, and never which page it is."""

from __future__ import annotations

# Left out on purpose, since on some sites they choose the page: ref, source, sid, cid, id, tab, lang, s, t.
_NAMES = """
    _branch_match_id _ga _gl _hsenc _hsmi _kx _openstat _rdr amp_gsa amp_js_v at_campaign at_medium awc cfid
    cftoken cmpid cvid dclid ef_id epik fb_action_ids fb_action_types fb_ref fb_source fbadid fbclid ftag
    gad_campaignid gad_source gbraid gclid gclsrc guccounter guce_referrer guce_referrer_sig hsctatracking
    hss_channel icid igsh igshid ito jsessionid li_fat_id mc_cid mc_eid mc_tc mibextid mkcid mkrid mkt_tok
    ml_subscriber ml_subscriber_hash msclkid ncid oly_anon_id oly_enc_id phpsessid pk_campaign pk_cid pk_content
    pk_keyword pk_kwd pk_medium pk_source rb_clickid s_cid s_kwcid sc_campaign sc_channel sc_country sc_outcome
    srsltid sxsrf ttclid twclid usqp vero_conv vero_id wbraid wickedid wprov wt.mc_id wt_mc wt_zmc xtor yclid
    ysclid zanpid
"""
_TRACKING = frozenset(_NAMES.split())
_STARTS = ("aspsessionid", "utm_", "piwik_", "mtm_", "matomo_", "hsa_", "ns_", "itm_", "stm_")
_VALUES = {
    "amp": ("", "1", "true"),
    "outputtype": ("amp",),
    "output": ("amp",),
}  # with another value they may name the page


def is_tracking(name: str, value: str) -> bool:
    """Tell whether a parameter of an address can be left out without changing the page."""
    name = name.lower()
    return name in _TRACKING or name.startswith(_STARTS) or value.lower() in _VALUES.get(name, ())
