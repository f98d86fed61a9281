namespace OrderToCash.Banking;

/// <summary>Field 86: who, and what for. Three worlds: numbered sub-fields, slashed keywords, free text.</summary>
internal sealed record Mt940Details
{
    private static readonly Mt940Details None = new();

    /// <summary>The three digits in front of numbered sub-fields (German Geschäftsvorfallcode).</summary>
    public string BusinessCode { get; init; } = "";

    public string Text { get; init; } = "";

    public string EndToEndId { get; init; } = "";

    public string MandateId { get; init; } = "";

    public string CounterpartyName { get; init; } = "";

    public string CounterpartyAccount { get; init; } = "";

    public string ReturnReason { get; init; } = "";

    public bool IsReturn { get; init; }

    public Money? InstructedAmount { get; init; }

    public Money? Charges { get; init; }

    public EquatableArray<RemittanceClaim> Claims { get; init; }

    public static Mt940Details Of(Mt940Field? field)
    {
        if (field is null) return None;
        var joined = string.Concat(field.Lines);
        if (NumberedDetails.TryRead(joined) is { } numbered) return numbered;
        if (KeywordDetails.TryRead(joined) is { } keywords) return keywords;
        return new() { Text = Flowed(field.Lines) };
    }

    // A line of full width (65 characters) was cut by the bank in the middle of what it says, a shorter one ended there.
    private static string Flowed(IReadOnlyList<string> lines)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0 && lines[i - 1].Length < 65) text.Append(' ');
            text.Append(lines[i]);
        }
        return text.ToString().Trim();
    }
}
