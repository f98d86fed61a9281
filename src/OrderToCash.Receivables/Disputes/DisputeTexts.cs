namespace OrderToCash.Receivables;

/// <summary>The wordings of answers to disputes, as data; built in are English and German.</summary>
public sealed record DisputeTexts
{
    /// <summary>The wordings; the first that fits is taken.</summary>
    public required EquatableArray<DisputeText> Texts { get; init; }

    /// <summary>English and German.</summary>
    public static DisputeTexts BuiltIn { get; } = new()
    {
        Texts =
        [
            English(DisputeOutcome.Received, "Your claim on {{document}}",
                "we received your claim {{reference}} about {{claimed}} of {{document}} and look into it under number "
                + "{{dispute}}. You will have our decision by {{decisionDue}}. Until then we do not ask you to pay this part; "
                + "the rest of the invoice stays due."),
            English(DisputeOutcome.Accepted, "Your claim on {{document}} is accepted",
                "you are right: you do not have to pay the {{accepted}} of {{document}} that you claimed.\n{{explanation}}"),
            English(DisputeOutcome.PartlyAccepted, "Your claim on {{document}} is accepted in part",
                "of the {{claimed}} you claimed of {{document}} we accept {{accepted}}.\n{{explanation}}\n"
                + "Please pay the remaining {{owed}}, which was due with the invoice."),
            English(DisputeOutcome.Refused, "Your claim on {{document}}",
                "we looked into your claim about {{claimed}} of {{document}} and can't accept it.\n{{explanation}}\n"
                + "Please pay {{owed}}, which was due with the invoice."),
            English(DisputeOutcome.Withdrawn, "Your claim on {{document}} is closed",
                "you took back your claim about {{claimed}} of {{document}}. "
                + "Please pay {{owed}}, which was due with the invoice."),
            German(DisputeOutcome.Received, "Ihre Reklamation zu {{document}}",
                "wir haben Ihre Reklamation {{reference}} über {{claimed}} zu {{document}} erhalten und prüfen sie "
                + "unter der Nummer {{dispute}}. Sie erhalten unsere Entscheidung bis zum {{decisionDue}}. "
                + "Bis dahin fordern wir diesen Teil nicht an; der übrige Rechnungsbetrag bleibt fällig."),
            German(DisputeOutcome.Accepted, "Ihre Reklamation zu {{document}} wird anerkannt",
                "Sie haben recht: Die reklamierten {{accepted}} aus {{document}} müssen Sie nicht zahlen.\n{{explanation}}"),
            German(DisputeOutcome.PartlyAccepted, "Ihre Reklamation zu {{document}} wird teilweise anerkannt",
                "von den reklamierten {{claimed}} aus {{document}} erkennen wir {{accepted}} an.\n{{explanation}}\n"
                + "Bitte zahlen Sie die übrigen {{owed}}, die mit der Rechnung fällig waren."),
            German(DisputeOutcome.Refused, "Ihre Reklamation zu {{document}}",
                "wir haben Ihre Reklamation über {{claimed}} zu {{document}} geprüft und können sie nicht anerkennen.\n"
                + "{{explanation}}\nBitte zahlen Sie {{owed}}, die mit der Rechnung fällig waren."),
            German(DisputeOutcome.Withdrawn, "Ihre Reklamation zu {{document}} ist abgeschlossen",
                "Sie haben Ihre Reklamation über {{claimed}} zu {{document}} zurückgenommen. "
                + "Bitte zahlen Sie {{owed}}, die mit der Rechnung fällig waren."),
        ],
    };

    /// <summary>
    /// The wording in a language, else in the language without its region, else in English; null when there is none.
    /// </summary>
    public DisputeText? TextFor(DisputeOutcome outcome, string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        foreach (var candidate in (string[])[language, language.Split('-')[0], "en"])
            foreach (var text in Texts)
                if (text.Outcome == outcome && string.Equals(text.Language, candidate, StringComparison.OrdinalIgnoreCase))
                    return text;
        return null;
    }

    private static DisputeText English(DisputeOutcome outcome, string subject, string body) => new()
    {
        Outcome = outcome, Language = "en", Subject = subject, Body = $"Dear customer,\n{body}\n{{{{sender}}}}",
    };

    private static DisputeText German(DisputeOutcome outcome, string subject, string body) => new()
    {
        Outcome = outcome, Language = "de", Subject = subject, Body = $"Sehr geehrte Damen und Herren,\n{body}\n{{{{sender}}}}",
    };
}
