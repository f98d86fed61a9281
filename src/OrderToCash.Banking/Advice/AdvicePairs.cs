namespace OrderToCash.Banking;

/// <summary>
/// Remittance advices brought to the money they speak of. Pairing is certain or it does not happen: amount and currency agree,
/// and the payment's reference, else the payer's account, else the payer's name says the same on both sides - and nothing else
/// on either side fits as well. Stronger evidence pairs first, over all; the order of the input changes nothing.
/// </summary>
public sealed record AdvicePairs
{
    // What an advice says and a bank books may lie this many days apart.
    private const int Days = 14;
    private const int ShortestReference = 4;

    /// <summary>All bank lines in their order; those with an advice carry its claims.</summary>
    public required EquatableArray<BankEntry> Entries { get; init; }

    /// <summary>The advices no line fits yet: keep them for the next statement, or for payments booked before.</summary>
    public required EquatableArray<RemittanceAdvice> Waiting { get; init; }

    /// <summary>Pairs advices with bank lines. Lines that carry claims of their own, and money out, get none.</summary>
    public static AdvicePairs Of(EquatableArray<BankEntry> entries, EquatableArray<RemittanceAdvice> advices)
    {
        var (lines, paired) = (entries.ToArray(), new bool[advices.Count]);
        var byAmount = new Dictionary<Money, List<int>>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].Amount.IsPositive || lines[i].IsReversal || !lines[i].Claims.IsEmpty) continue;
            if (!byAmount.TryGetValue(lines[i].Amount, out var same)) byAmount[lines[i].Amount] = same = [];
            same.Add(i);
        }
        foreach (var evidence in (Func<BankEntry, RemittanceAdvice, bool>[])[HasReference, HasAccount, HasName])
            foreach (var (line, advice) in Certain(lines, advices, paired, byAmount, evidence))
            {
                lines[line] = lines[line] with { Claims = advices[advice].Claims };
                paired[advice] = true;
            }
        return new() { Entries = [.. lines], Waiting = [.. advices.Where((_, i) => !paired[i])] };
    }

    private static List<(int Line, int Advice)> Certain(
        BankEntry[] lines, EquatableArray<RemittanceAdvice> advices, bool[] paired, Dictionary<Money, List<int>> byAmount,
        Func<BankEntry, RemittanceAdvice, bool> evidence)
    {
        var found = new List<(int Line, int Advice)>();
        for (var i = 0; i < advices.Count; i++)
        {
            if (paired[i] || !IsWhole(advices[i]) || !byAmount.TryGetValue(AmountOf(advices[i]), out var same)) continue;
            foreach (var line in same)
                if (lines[line].Claims.IsEmpty && IsNear(lines[line], advices[i]) && evidence(lines[line], advices[i]))
                    found.Add((line, i));
        }
        var ofLine = found.CountBy(f => f.Line).ToDictionary();
        var ofAdvice = found.CountBy(f => f.Advice).ToDictionary();
        return [.. found.Where(f => ofLine[f.Line] == 1 && ofAdvice[f.Advice] == 1)];
    }

    private static Money AmountOf(RemittanceAdvice advice) => advice.Total ?? Paid(advice);

    private static Money Paid(RemittanceAdvice advice) =>
        advice.PaidByLines - Money.Sum(advice.Deductions.Select(d => d.Amount), advice.Currency);

    // An advice that lost a row, or does not add up, says nothing that could be applied.
    private static bool IsWhole(RemittanceAdvice advice) =>
        !advice.Lines.IsEmpty && advice.Currency != default && AmountOf(advice) == Paid(advice)
        && advice.Findings.All(f => f.Code == BankFileErrors.BadDate.Code);

    private static bool IsNear(BankEntry line, RemittanceAdvice advice) =>
        advice.Date is not { } day || Math.Abs(Period.DaysBetween(day, line.BookedOn)) <= Days;

    private static bool HasReference(BankEntry line, RemittanceAdvice advice)
    {
        return IsSaid(advice.PaymentReference) || IsSaid(advice.Number);

        bool IsSaid(string reference) => reference.Length >= ShortestReference
            && (Is(reference, line.EndToEndId) || Is(reference, line.CustomerReference) || Is(reference, line.BankReference)
                || IsIn(line.RemittanceText, reference));

        static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasAccount(BankEntry line, RemittanceAdvice advice) =>
        advice.PayerAccount.Length > 0
        && string.Equals(advice.PayerAccount, line.CounterpartyAccount, StringComparison.OrdinalIgnoreCase);

    private static bool HasName(BankEntry line, RemittanceAdvice advice) =>
        Letters(advice.PayerName) is { Length: > 0 } name && name == Letters(line.CounterpartyName);

    // As a word of its own: 4711 is not said by 14711.
    private static bool IsIn(string text, string reference)
    {
        for (var at = 0; (at = text.IndexOf(reference, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
            if (!IsWord(text, at - 1) && !IsWord(text, at + reference.Length)) return true;
        return false;

        static bool IsWord(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);
    }

    private static string Letters(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
}
