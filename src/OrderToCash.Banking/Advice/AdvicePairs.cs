namespace OrderToCash.Banking;

/// <summary>
/// Remittance advices brought to the money they speak of. Pairing is certain or it does not happen: amount and currency agree,
/// and the payment's reference, else the payer's account, else the payer's name says the same on both sides - and nothing else
/// on either side fits as well. Several advices under one reference, or of one payer on one day, are the payment together when
/// none of them is alone: a payer who pays for others sends one for each. Stronger evidence pairs first, over all; the order of
/// the input changes nothing.
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

    /// <summary>The lines that found their advices, in the order of the lines.</summary>
    public EquatableArray<AdvisedLine> Advised { get; init; }

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
        var advised = new SortedDictionary<int, EquatableArray<RemittanceAdvice>>();
        foreach (var evidence in Evidences)
        {
            var fitting = Fitting(lines, [.. advices], paired, byAmount, evidence.Says);
            Pair(Certain(fitting).Select(f => (f.Line, (int[])[f.Advice])));
            var alone = fitting.Select(f => f.Advice).ToHashSet();
            var groups = Enumerable.Range(0, advices.Count)
                .Where(i => !paired[i] && IsWhole(advices[i]) && evidence.GroupOf(advices[i]).Length > 0)
                .OrderBy(i => advices[i].Number, StringComparer.Ordinal)
                .ThenBy(i => advices[i].Lines[0].DocumentNumber, StringComparer.Ordinal)
                .GroupBy(i => (evidence.GroupOf(advices[i]), advices[i].Currency)).Select(g => g.ToArray())
                .Where(g => g.Length > 1 && !g.Any(alone.Contains) && IsOnePayment(g.Select(i => advices[i]))).ToArray();
            RemittanceAdvice[] together = [.. groups.Select(g => Joined(g.Select(i => advices[i])))];
            Pair(Certain(Fitting(lines, together, new bool[together.Length], byAmount, evidence.Says))
                .Select(f => (f.Line, groups[f.Advice])));
        }
        return new()
        {
            Entries = [.. lines], Waiting = [.. advices.Where((_, i) => !paired[i])],
            Advised = [.. advised.Select(a => new AdvisedLine { Identity = lines[a.Key].Identity, Advices = a.Value })],
        };

        void Pair(IEnumerable<(int Line, int[] Advices)> pairs)
        {
            foreach (var (line, members) in pairs)
            {
                lines[line] = lines[line] with { Claims = [.. members.SelectMany(i => advices[i].Claims)] };
                advised.Add(line, [.. members.Select(i => advices[i])]);
                foreach (var member in members) paired[member] = true;
            }
        }
    }

    // What says that a line is an advice's, and what several advices of one payment have in common; stronger ones first.
    private static readonly (Func<BankEntry, RemittanceAdvice, bool> Says, Func<RemittanceAdvice, string> GroupOf)[] Evidences =
    [
        (HasReference, a => a.PaymentReference.Length < ShortestReference ? "" : a.PaymentReference.ToUpperInvariant()),
        (HasAccount, a => OnDay(a, a.PayerAccount.ToUpperInvariant())),
        (HasName, a => OnDay(a, Letters(a.PayerName))),
    ];

    private static string OnDay(RemittanceAdvice advice, string payer) => advice.Date is { } day && payer.Length > 0
        ? $"{payer} {NodaTime.Text.LocalDatePattern.Iso.Format(day)}"
        : "";

    // Advices that name different payments, or come from different accounts, are not of one; a common reference says they are.
    private static bool IsOnePayment(IEnumerable<RemittanceAdvice> advices) =>
        Said(advices, a => a.PaymentReference) is { Length: 1 } && advices.All(a => a.PaymentReference.Length > 0)
        || Said(advices, a => a.PaymentReference).Length < 2 && Said(advices, a => a.PayerAccount).Length < 2;

    private static string[] Said(IEnumerable<RemittanceAdvice> advices, Func<RemittanceAdvice, string> what) =>
        [.. advices.Select(what).Where(s => s.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(2)];

    /// <summary>Several advices of one payment as one: the lines and deductions of all.</summary>
    /// <exception cref="ArgumentException">There are none, or they are in several currencies.</exception>
    public static RemittanceAdvice Joined(IEnumerable<RemittanceAdvice> advices)
    {
        RemittanceAdvice[] parts = [.. advices];
        if (parts.Select(a => a.Currency).Distinct().Count() != 1)
            throw new ArgumentException("Advices are joined in one currency.", nameof(advices));
        if (parts.Length == 1) return parts[0];
        return new()
        {
            PaymentReference = Common(a => a.PaymentReference),
            Date = parts.All(a => a.Date == parts[0].Date) ? parts[0].Date : null,
            PayerName = parts.All(a => Letters(a.PayerName) == Letters(parts[0].PayerName)) ? parts[0].PayerName : "",
            PayerId = Common(a => a.PayerId),
            PayerAccount = Common(a => a.PayerAccount),
            PayeeId = Common(a => a.PayeeId),
            Currency = parts[0].Currency,
            Lines = [.. parts.SelectMany(a => a.Lines)],
            Deductions = [.. parts.SelectMany(a => a.Deductions)],
            Findings = [.. parts.SelectMany(a => a.Findings)],
        };

        string Common(Func<RemittanceAdvice, string> what) => Said(parts, what) is [var only] ? only : "";
    }

    private static List<(int Line, int Advice)> Fitting(
        BankEntry[] lines, RemittanceAdvice[] advices, bool[] paired, Dictionary<Money, List<int>> byAmount,
        Func<BankEntry, RemittanceAdvice, bool> evidence)
    {
        var found = new List<(int Line, int Advice)>();
        for (var i = 0; i < advices.Length; i++)
        {
            if (paired[i] || !IsWhole(advices[i]) || !byAmount.TryGetValue(AmountOf(advices[i]), out var same)) continue;
            foreach (var line in same)
                if (lines[line].Claims.IsEmpty && IsNear(lines[line], advices[i]) && evidence(lines[line], advices[i]))
                    found.Add((line, i));
        }
        return found;
    }

    private static List<(int Line, int Advice)> Certain(List<(int Line, int Advice)> found)
    {
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
