<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ChangesTab</name>
    <message numerus="yes">
        <source>%n search(es) of this check were not answered, so some pages can&apos;t be compared.</source>
        <translation>
            <numerusform>%n search of this check was not answered, so some pages can&apos;t be compared.</numerusform>
            <numerusform>%n searches of this check were not answered, so some pages can&apos;t be compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) about somebody else are left out here.</source>
        <translation>
            <numerusform>%n page about somebody else is left out here.</numerusform>
            <numerusform>%n pages about somebody else are left out here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message numerus="yes">
        <source>Agree and send these %n request(s)</source>
        <translation>
            <numerusform>Agree and send this %n request</numerusform>
            <numerusform>Agree and send these %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Consider</name>
    <message numerus="yes">
        <source>%n to look at again.</source>
        <translation>
            <numerusform>%n to look at again.</numerusform>
            <numerusform>%n to look at again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>You can try again in %n minute(s).</source>
        <translation>
            <numerusform>You can try again in %n minute.</numerusform>
            <numerusform>You can try again in %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>You can try again in %n second.</numerusform>
            <numerusform>You can try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileRows</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n detail(s) seen</source>
        <translation>
            <numerusform>%n detail seen</numerusform>
            <numerusform>%n details seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more file(s)</source>
        <translation>
            <numerusform>And %n more file</numerusform>
            <numerusform>And %n more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Judge</name>
    <message numerus="yes">
        <source>%n other page(s) seem to be about the same person.</source>
        <translation>
            <numerusform>%n other page seems to be about the same person.</numerusform>
            <numerusform>%n other pages seem to be about the same person.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetterDialog</name>
    <message numerus="yes">
        <source>%n blank(s) left: they stand in [brackets].</source>
        <translation>
            <numerusform>%n blank left: it stands in [brackets].</numerusform>
            <numerusform>%n blanks left: they stand in [brackets].</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrganisationDialog</name>
    <message numerus="yes">
        <source>%n mistake(s) to mend</source>
        <translation>
            <numerusform>%n mistake to mend</numerusform>
            <numerusform>%n mistakes to mend</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxDialog</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in this check.</source>
        <translation>
            <numerusform>%n request in this check.</numerusform>
            <numerusform>%n requests in this check.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them got an answer.</source>
        <translation>
            <numerusform>%n of them got an answer.</numerusform>
            <numerusform>%n of them got an answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueryList</name>
    <message numerus="yes">
        <source>%n page(s) shown</source>
        <translation>
            <numerusform>%n page shown</numerusform>
            <numerusform>%n pages shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordDialog</name>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>After %n minute</numerusform>
            <numerusform>After %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message numerus="yes">
        <source>%n detail(s) of yours</source>
        <translation>
            <numerusform>%n detail of yours</numerusform>
            <numerusform>%n details of yours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message numerus="yes">
        <source>Read %n page(s) …</source>
        <translation>
            <numerusform>Read %n page …</numerusform>
            <numerusform>Read %n pages …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read, and the list says which. Open them yourself to see what they show.</source>
        <translation>
            <numerusform>%n page could not be read, and the list says which. Open it yourself to see what it shows.</numerusform>
            <numerusform>%n pages could not be read, and the list says which. Open them yourself to see what they show.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message numerus="yes">
        <source>%n search(es) were not asked. The button below asks only what is missing.</source>
        <translation>
            <numerusform>%n search was not asked. The button below asks only what is missing.</numerusform>
            <numerusform>%n searches were not asked. The button below asks only what is missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n search(es)</source>
        <translation>
            <numerusform>%n search</numerusform>
            <numerusform>%n searches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>about %n second</numerusform>
            <numerusform>about %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Agree and send these %n request(s)</source>
        <translation>
            <numerusform>Agree and send this %n request</numerusform>
            <numerusform>Agree and send these %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n search(es) could not be checked. Choose one to see why, and what to do.</source>
        <translation>
            <numerusform>%n search could not be checked. Choose it to see why, and what to do.</numerusform>
            <numerusform>%n searches could not be checked. Choose one to see why, and what to do.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupervisionStart</name>
    <message numerus="yes">
        <source>Show %n point(s)</source>
        <translation>
            <numerusform>Show %n point</numerusform>
            <numerusform>Show %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Together</name>
    <message numerus="yes">
        <source>Seen on {sites} and %n more.</source>
        <translation>
            <numerusform>Seen on {sites} and %n more.</numerusform>
            <numerusform>Seen on {sites} and %n more.</numerusform>
        </translation>
    </message>
</context>
</TS>
