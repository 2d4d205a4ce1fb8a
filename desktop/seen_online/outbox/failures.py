"""The plain sentence for each way in which a request can fail."""

from __future__ import annotations

from seen_online.outbox.reply import SendTrouble
from seen_online.words import say


def refused_address(host: str) -> SendTrouble:
    """The address is not one on the public internet, and nobody allowed it."""
    return SendTrouble(
        "refused_address",
        say("{host} is not on the public internet, so we did not open it.", host=host),
        say("If it is a page of your own workplace, allow it by name with --allow-host."),
    )


def bad_address(why: str) -> SendTrouble:
    """The address is not one that we open; `why` is a whole sentence."""
    return SendTrouble("bad_address", why, say("Copy the address again. It starts with https://."))


def not_an_address() -> SendTrouble:
    """The address can't be understood at all."""
    return bad_address(say("This is not a web address."))


def no_such_name(host: str) -> SendTrouble:
    """The name could not be looked up."""
    return SendTrouble(
        "dns",
        say("We could not find {host} on the internet.", host=host),
        say("Check that you are online, then try again."),
    )


def no_connection(host: str) -> SendTrouble:
    """Nobody answered at that address."""
    return SendTrouble(
        "connect",
        say("We could not connect to {host}.", host=host),
        say("Check that you are online. Try again later, or open it yourself."),
    )


def unknown_certificate(host: str) -> SendTrouble:
    """The certificate is signed by someone this computer does not know, as behind an inspecting proxy."""
    return SendTrouble(
        "tls",
        say("We could not be sure that this was really {host}. It showed a certificate we do not know.", host=host),
        say("At work, ask your IT team for their certificate file. Choose it in the settings, or with --ca-file."),
    )


def certificate_file() -> SendTrouble:
    """The extra certificates can't be read (any more)."""
    return SendTrouble(
        "tls",
        say("We could not open the certificate file from the settings."),
        say("Choose it again in the settings, or with --ca-file."),
    )


def unsafe_connection(host: str) -> SendTrouble:
    """No safe connection, for another reason than an unknown signer."""
    return SendTrouble(
        "tls",
        say("We could not make a safe connection to {host}.", host=host),
        say("Check that the date and the time of this computer are right. Then try again later."),
    )


def proxy_down() -> SendTrouble:
    """The proxy itself could not be reached, or would not carry us."""
    return SendTrouble(
        "proxy",
        say("Your proxy did not let us through."),
        say("Check the proxy in the settings, or with --proxy."),
    )


def proxy_password() -> SendTrouble:
    """The proxy asks who we are."""
    return SendTrouble(
        "proxy_password",
        say("Your proxy asks for a user name and a password, or did not take those it was given."),
        say("Write the proxy as http://name:password@proxy.example.org:3128."),
    )


def no_answer(host: str) -> SendTrouble:
    """Not one whole line of an answer in the time we give."""
    return SendTrouble(
        "timeout",
        say("{host} did not answer in time.", host=host),
        say("Try again later, or open it yourself."),
    )


def too_slow(host: str) -> SendTrouble:
    """The answer began, and did not end in the time we give."""
    return SendTrouble(
        "too_slow",
        say("{host} was too slow, so we stopped waiting.", host=host),
        say("Try again later, or open it yourself."),
    )


def too_many_redirects(host: str) -> SendTrouble:
    """Sent from page to page."""
    return SendTrouble(
        "too_many_redirects",
        say("{host} sent us from page to page without an end.", host=host),
        say("Open it yourself."),
    )


def cut_off(host: str) -> SendTrouble:
    """The answer ended before it was whole."""
    return SendTrouble(
        "cut_off",
        say("{host} broke off in the middle of its answer.", host=host),
        say("Try again later, or open it yourself."),
    )


def garbled(host: str) -> SendTrouble:
    """What came is not the language of the web, or far too much of it before the page."""
    return SendTrouble(
        "garbled",
        say("{host} sent an answer that we could not understand.", host=host),
        say("Try again later, or open it yourself."),
    )


def stopped() -> SendTrouble:
    """The person pressed stop."""
    return SendTrouble("stopped", say("You stopped this."), say("Start it again when you like."))


def sent_elsewhere(host: str, other: str) -> SendTrouble:
    """A form was to be sent again, to a computer that the person has not agreed to."""
    return SendTrouble(
        "refused_address",
        say("{host} wanted to pass your words on to {other}, so we stopped.", host=host, other=other),
        say("Open it yourself if you want to go on."),
    )
