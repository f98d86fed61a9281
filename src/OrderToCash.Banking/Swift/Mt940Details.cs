namespace OrderToCash.Banking;

/// <summary>
/// Field 86: who, and what for. Four worlds: numbered sub-fields, slashed keywords, labels in a text, free text.
/// </summary>
internal sealed record Mt940Details
{
    private const int FullWidth = 65;
    private const int TagWidth = 4;

    // A line that is shorter than this was not cut by its width, whatever the bank counts.
    private const int NearlyFull = 55;

    private static readonly Mt940Details None = new();

    /// <summary>The three digits in front of numbered sub-fields (German Geschäftsvorfallcode).</summary>
    public string BusinessCode { get; init; } = "";

    public string Text { get; init; } = "";

    public string BankText { get; init; } = "";

    public string EndToEndId { get; init; } = "";

    public string CustomerReference { get; init; } = "";

    public string MandateId { get; init; } = "";

    public string CounterpartyName { get; init; } = "";

    /// <summary>Who paid in the end, where it is another one than the account's holder.</summary>
    public string UltimateDebtor { get; init; } = "";

    /// <summary>Who is paid in the end, where it is another one than the account's holder.</summary>
    public string UltimateCreditor { get; init; } = "";

    public string CounterpartyAccount { get; init; } = "";

    public string CounterpartyBank { get; init; } = "";

    public string CounterpartyAddress { get; init; } = "";

    public string ReturnReason { get; init; } = "";

    public bool IsReturn { get; init; }

    public Money? InstructedAmount { get; init; }

    /// <summary>The rate as it is written, without saying of which currency there is one.</summary>
    public decimal? Rate { get; init; }

    public Money? Charges { get; init; }

    /// <summary>How many transactions are in a batch, as stated; zero when it is not.</summary>
    public int Transactions { get; init; }

    public EquatableArray<RemittanceClaim> Claims { get; init; }

    public static Mt940Details Of(Mt940Field? field, Currency currency, bool isOut)
    {
        if (field is null) return None;
        if (NumberedDetails.TryRead(Cut(field.Lines), currency) is { } numbered) return numbered;
        if (KeywordDetails.TryRead(Joined(field.Lines), isOut) is { } keywords) return keywords;
        if (Below(field.Lines, isOut) is { } below) return below;
        var text = Flowed(field.Lines);
        if (ColonDetails.TryRead(text) is { } parts) return parts;
        if (LabelledDetails.TryRead(text) is { } labelled) return labelled;
        // 999 in front says that the text is free (DFÜ-Abkommen annex 3).
        var isFree = text.StartsWith("999", StringComparison.Ordinal) && text.Length > 3 && !char.IsAsciiDigit(text[3]);
        return isFree ? new() { BusinessCode = "999", Text = text[3..].Trim() } : new() { Text = text };
    }

    // A Dutch bank has account and name in lines of their own in front of the keywords. Where these say no purpose, it stands
    // there too.
    private static Mt940Details? Below(IReadOnlyList<string> lines, bool isOut)
    {
        var front = lines.TakeWhile((l, i) => i == 0 || !l.StartsWith("/TRTP/", StringComparison.Ordinal)).ToList();
        if (front.Count == lines.Count) return null;
        var details = KeywordDetails.TryRead(Joined([.. lines.Skip(front.Count)]), isOut);
        return details is { Claims.IsEmpty: true } && details.Text.Trim('/', ' ') == details.BankText
            ? details with { Text = Flowed(front) }
            : details;
    }

    // A line of full width (65 characters, with or without the tag) was cut by the bank in the middle of what it says, a shorter
    // one ended there.
    private static string Flowed(IReadOnlyList<string> lines)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var isCut = i > 0 && (lines[i - 1].Length >= FullWidth || i == 1 && lines[0].Length == FullWidth - TagWidth);
            if (!isCut && text.Length > 0 && text[^1] != ' ') text.Append(' ');
            text.Append(lines[i]);
        }
        return text.ToString().Trim();
    }

    // Sub-fields are cut at the width of the line too. Banks that write no code in front of them have short lines of their own,
    // also inside a sub-field; digits on both sides are a number that was cut.
    private static string Cut(IReadOnlyList<string> lines)
    {
        if (lines[0].Length == 0 || char.IsAsciiLetterOrDigit(lines[0][0])) return string.Concat(lines);
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0 && lines[i].Length > 0 && char.IsLetterOrDigit(lines[i][0]) && text.Length > 0
                && lines[i - 1].Length + (i == 1 ? TagWidth : 0) < NearlyFull && char.IsLetterOrDigit(text[^1])
                && !(char.IsAsciiDigit(text[^1]) && char.IsAsciiDigit(lines[i][0])))
                text.Append(' ');
            text.Append(lines[i]);
        }
        return text.ToString();
    }

    // Lines between slashes are cut at their width, in the middle of a keyword too; only what ends well before it ended a word.
    private static string Joined(IReadOnlyList<string> lines)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0 && lines[i].Length > 0 && lines[i - 1].Length > 0
                && lines[i - 1].Length + (i == 1 ? TagWidth : 0) < NearlyFull
                && lines[i - 1][^1] is not ('/' or ' ') && lines[i][0] is not ('/' or ' ')
                && !KeywordDetails.IsCutKey(lines[i - 1], lines[i]))
                text.Append(' ');
            text.Append(lines[i]);
        }
        return text.ToString().TrimEnd();
    }
}
