<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AttributeTable</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {all} row(s)</source>
        <translation>
            <numerusform>%n of {all} rows</numerusform>
            <numerusform>%n of {all} rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message numerus="yes">
        <source>%n project(s)</source>
        <translation>
            <numerusform>%n project</numerusform>
            <numerusform>%n projects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message numerus="yes">
        <source>%n file(s) could not be opened.</source>
        <translation>
            <numerusform>%n file could not be opened.</numerusform>
            <numerusform>%n files could not be opened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of infromap are damaged. The rest works; install infromap again.</source>
        <translation>
            <numerusform>%n file of infromap is damaged. The rest works; install infromap again.</numerusform>
            <numerusform>%n files of infromap are damaged. The rest works; install infromap again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterDialog</name>
    <message numerus="yes">
        <source>All rows are shown: %n</source>
        <translation>
            <numerusform>All rows are shown: %n</numerusform>
            <numerusform>All rows are shown: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindAnything</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln inhabitant(s)</source>
        <translation>
            <numerusform>%Ln inhabitant</numerusform>
            <numerusform>%Ln inhabitants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingLayers</name>
    <message numerus="yes">
        <source>%n layer(s) of this map cannot be read. Their look and filters are kept.</source>
        <translation>
            <numerusform>%n layer of this map cannot be read. Its look and filter are kept.</numerusform>
            <numerusform>%n layers of this map cannot be read. Their look and filters are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LayerChoiceDialog</name>
    <message numerus="yes">
        <source>{name} has %n layer(s). Which are to be opened?</source>
        <translation>
            <numerusform>{name} has %n layer. Is it to be opened?</numerusform>
            <numerusform>{name} has %n layers. Which are to be opened?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LayerFiles</name>
    <message numerus="yes">
        <source>Add %n layer(s)</source>
        <translation>
            <numerusform>Add %n layer</numerusform>
            <numerusform>Add %n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message numerus="yes">
        <source>%n row(s) are shown as they would be read.</source>
        <translation>
            <numerusform>%n row is shown as it would be read.</numerusform>
            <numerusform>%n rows are shown as they would be read.</numerusform>
        </translation>
    </message>
</context>
</TS>
