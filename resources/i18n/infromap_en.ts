<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DetailsPanel</name>
    <message numerus="yes">
        <source>%Ln project(s)</source>
        <translation>
            <numerusform>%Ln project</numerusform>
            <numerusform>%Ln projects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message numerus="yes">
        <source>%Ln file(s) could not be opened.</source>
        <translation>
            <numerusform>%Ln file could not be opened.</numerusform>
            <numerusform>%Ln files could not be opened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of infromap are damaged. The rest works; install infromap again.</source>
        <translation>
            <numerusform>%Ln file of infromap is damaged. The rest works; install infromap again.</numerusform>
            <numerusform>%Ln files of infromap are damaged. The rest works; install infromap again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterDialog</name>
    <message numerus="yes">
        <source>All rows are shown: %Ln</source>
        <translation>
            <numerusform>All rows are shown: %Ln</numerusform>
            <numerusform>All rows are shown: %Ln</numerusform>
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
        <source>%Ln layer(s) of this map cannot be read. Their look and filters are kept.</source>
        <translation>
            <numerusform>%Ln layer of this map cannot be read. Its look and filter are kept.</numerusform>
            <numerusform>%Ln layers of this map cannot be read. Their look and filters are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LayerChoiceDialog</name>
    <message numerus="yes">
        <source>{name} has %Ln layer(s). Which are to be opened?</source>
        <translation>
            <numerusform>{name} has %Ln layer. Is it to be opened?</numerusform>
            <numerusform>{name} has %Ln layers. Which are to be opened?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LayerFiles</name>
    <message numerus="yes">
        <source>Add %Ln layer(s)</source>
        <translation>
            <numerusform>Add %Ln layer</numerusform>
            <numerusform>Add %Ln layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableBar</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {all} row(s)</source>
        <translation>
            <numerusform>%Ln of {all} rows</numerusform>
            <numerusform>%Ln of {all} rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>%Ln chosen</numerusform>
            <numerusform>%Ln chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message numerus="yes">
        <source>%Ln row(s) are shown as they would be read.</source>
        <translation>
            <numerusform>%Ln row is shown as it would be read.</numerusform>
            <numerusform>%Ln rows are shown as they would be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) above the table are passed over.</source>
        <translation>
            <numerusform>%Ln row above the table is passed over.</numerusform>
            <numerusform>%Ln rows above the table are passed over.</numerusform>
        </translation>
    </message>
</context>
</TS>
