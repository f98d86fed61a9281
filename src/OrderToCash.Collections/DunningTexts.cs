namespace OrderToCash.Collections;

/// <summary>The texts of letters, as data: templates by level and language, and the words of the table by language.</summary>
public sealed record DunningTexts
{
    /// <summary>The templates.</summary>
    public required EquatableArray<DunningTemplate> Templates { get; init; }

    /// <summary>The words of the table.</summary>
    public required EquatableArray<DunningWording> Wordings { get; init; }

    /// <summary>English and German texts for the keys <c>courtesy</c>, <c>first</c> and <c>second</c>.</summary>
    public static DunningTexts BuiltIn { get; } = new()
    {
        Wordings = [DunningWording.English, DunningWording.German],
        Templates =
        [
            Template("courtesy", "en", "Payment due soon",
                "Dear customer,\nmay we point out that the following falls due shortly:",
                "Please pay to {{payTo}}. If you have paid already, please ignore this letter.\n{{sender.name}}"),
            Template("first", "en", "Payment reminder",
                "Dear customer,\non {{asOf}} we had not received your payment of the following:",
                "Please pay {{total}} to {{payTo}} within seven days. "
                + "If you have paid already, please ignore this letter.\n{{sender.name}}"),
            Template("second", "en", "Second reminder",
                "Dear customer,\ndespite our reminder the following was still open on {{asOf}}:",
                "Please pay {{total}} to {{payTo}} within seven days, or tell us what keeps you from paying.\n{{sender.name}}"),
            Template("courtesy", "de", "Zahlung bald fällig",
                "Sehr geehrte Damen und Herren,\nwir möchten Sie darauf hinweisen, dass demnächst fällig wird:",
                "Bitte zahlen Sie an {{payTo}}. "
                + "Falls Sie bereits gezahlt haben, ist dieses Schreiben gegenstandslos.\n{{sender.name}}"),
            Template("first", "de", "Zahlungserinnerung",
                "Sehr geehrte Damen und Herren,\nbis zum {{asOf}} konnten wir für Folgendes keine Zahlung feststellen:",
                "Bitte zahlen Sie {{total}} innerhalb von sieben Tagen an {{payTo}}. "
                + "Falls Sie bereits gezahlt haben, ist dieses Schreiben gegenstandslos.\n{{sender.name}}"),
            Template("second", "de", "Zweite Mahnung",
                "Sehr geehrte Damen und Herren,\ntrotz unserer Erinnerung war am {{asOf}} noch offen:",
                "Bitte zahlen Sie {{total}} innerhalb von sieben Tagen an {{payTo}} "
                + "oder teilen Sie uns mit, was der Zahlung entgegensteht."
                + "\n{{sender.name}}"),
        ],
    };

    /// <summary>
    /// The template of a key in a language, else in the language without its region, else in English; null when there is none.
    /// </summary>
    public DunningTemplate? TemplateFor(string textKey, string language)
    {
        foreach (var candidate in Languages(language))
            foreach (var template in Templates)
                if (template.TextKey == textKey
                    && string.Equals(template.Language, candidate, StringComparison.OrdinalIgnoreCase))
                    return template;
        return null;
    }

    /// <summary>The words of the table in that language; English when there are none.</summary>
    public DunningWording WordingFor(string language)
    {
        foreach (var candidate in Languages(language))
            foreach (var wording in Wordings)
                if (string.Equals(wording.Language, candidate, StringComparison.OrdinalIgnoreCase)) return wording;
        return DunningWording.English;
    }

    private static string[] Languages(string language) => [language, language.Split('-')[0], "en"];

    private static DunningTemplate Template(string key, string language, string subject, string opening, string closing) =>
        new() { TextKey = key, Language = language, Subject = subject, Opening = opening, Closing = closing };
}
