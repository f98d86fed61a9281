using System.Globalization;

namespace OrderToCash.Banking;

/// <summary>Gathers one statement while it is read: header first, then entry by entry.</summary>
internal sealed class CamtStatement(
    BankStatementKind kind, string path, int line, BankFileLimits limits, LocalDate? messageMade, CamtPage? before)
{
    private readonly BankElement header = new(path, line, 0);
    private readonly List<BankEntry> entries = [];
    private readonly StatementFindings findings = new(limits.Findings);
    private readonly AmountsTogether together = new(path);
    private EntryIdentities identities = new();
    private Currency currency;
    private string account = "";
    private string owner = "";
    private LocalDate? made;
    private bool begun;
    private readonly decimal[] ownSums = new decimal[2];
    private readonly long[] ownCounts = new long[2];
    private readonly long[] ownTransactions = new long[2];
    private int seen, notBooked, refused;

    /// <summary>What the next statement may go on with: this one closes with an intermediate balance.</summary>
    public CamtPage? Page => header.All("Bal").Any(b => b.TextAt("Tp", "CdOrPrtry", "Cd") == "CLBD"
        && b.TextAt("Tp", "SubTp", "Cd") == "INTM") ? new(account, identities) : null;

    public void TakeHeader(BankElement part)
    {
        if (part.Name is "Id" or "ElctrncSeqNb" or "LglSeqNb" or "FrToDt" or "Acct" or "Bal" or "CreDtTm" or "TxsSummry")
            header.Add(part);
    }

    public void TakeEntry(BankElement entry)
    {
        Begin(entry);
        var target = $"{path}.Ntry[{++seen}]";
        var status = entry.TextAt("Sts", "Cd") is { Length: > 0 } code ? code : entry.TextAt("Sts");
        if (status.Length > 0 && status != "BOOK")
        {
            notBooked++;
            return;
        }
        if (account.Length == 0) return;
        var movements = new CamtEntry(account, currency, findings, target, made, owner).Read(entry);
        if (movements.Count == 0) refused++;
        foreach (var movement in movements)
        {
            if (movement.Amount.IsZero)
            {
                notBooked++;
                continue;
            }
            together.Add(movement.Amount, entry.Line);
            entries.Add(movement with { Identity = identities.Of(movement) });
        }
        if (movements.Count > 0) Count(movements);
        if (entries.Count > limits.Entries)
        {
            throw new BankFileRefusedException(BankFileErrors.TooLarge.At(path,
                ("limit", limits.Entries), ("what", "entries in one statement"), ("line", entry.Line),
                ("position", entry.Position)));
        }
    }

    /// <param name="brokenOff">Why the statement is not whole; null when it is.</param>
    public BankStatement Finish(DomainError? brokenOff)
    {
        Begin(null);
        var opening = Balance("OPBD") ?? Balance("PRCD");
        var closing = Balance("CLBD");
        if (brokenOff is not null) findings.Add(brokenOff);
        var statement = new BankStatement
        {
            Kind = kind,
            Account = account,
            Currency = currency,
            Id = header.TextAt("Id"),
            Sequence = header.TextAt("ElctrncSeqNb") is { Length: > 0 } number ? number : header.TextAt("LglSeqNb"),
            From = Day("FrDtTm") ?? Day("FrDt"),
            To = Day("ToDtTm") ?? Day("ToDt") ?? ClosedOn(),
            Opening = opening,
            Closing = closing,
            Entries = [.. entries],
            EntriesNotBooked = notBooked,
        };
        if (brokenOff is null && refused == 0)
        {
            statement = Directed(statement);
            CheckTotals(statement);
            if (notBooked == 0) CheckSummary();
        }
        return statement with { Findings = findings.ToArray() };
    }

    // Account and currency are known when the first entry comes, because the header stands before it.
    private void Begin(BankElement? entry)
    {
        if (begun) return;
        begun = true;
        account = CamtText.AccountOf(header.At("Acct"));
        owner = header.TextAt("Acct", "Ownr", "Nm");
        made = ClosedOn() ?? Day("ToDtTm") ?? Day("ToDt")
            ?? (CamtText.TryDate(header.TextAt("CreDtTm"), out var date) ? date : messageMade);
        if (before?.Account == account) identities = before.Identities;
        if (account.Length == 0) findings.Add(BankFileErrors.NoAccount.At(path + ".Acct", ("line", line), ("position", 0)));
        var stated = header.At("Acct", "Ccy") is { Text.Length: > 0 } own ? (own, own.Text)
            : header.At("Bal", "Amt") is { } balance ? (balance, balance.Currency)
            : entry?.At("Amt") is { } amount ? (amount, amount.Currency)
            : ((BankElement, string)?)null;
        if (stated is not var (place, code)) return;
        if (!Currency.TryOf(code, out currency))
            findings.Add(BankFileErrors.UnknownCurrency.At(path + ".Acct.Ccy",
                ("currency", code), ("line", place.Line), ("position", place.Position)));
    }

    private Money? Balance(string type)
    {
        if (BalanceOf(type) is not { } balance || balance.At("Amt") is not { } amount) return null;
        var reader = new CamtEntry(account, currency, findings, $"{path}.Bal[{type}]");
        // Some banks leave the indicator of a balance away; the totals tell whether its sign is right.
        if (balance.At("CdtDbtInd") is null) return reader.SignedAmountOf(amount);
        return reader.AmountOf(amount) is { } money && reader.SignOf(balance) is { } sign ? sign < 0 ? -money : money : null;
    }

    // Banks of North America number their balances as in BAI2: 010 and 015 are the ledger balances.
    private static readonly (string Type, string Number)[] LedgerBalances = [("OPBD", "010"), ("CLBD", "015")];

    private BankElement? BalanceOf(string type) =>
        header.All("Bal").FirstOrDefault(b => b.TextAt("Tp", "CdOrPrtry", "Cd") == type && b.At("Amt") is not null)
        ?? header.All("Bal").FirstOrDefault(b => b.At("Amt") is not null
            && Array.IndexOf(LedgerBalances, (type, b.TextAt("Tp", "CdOrPrtry", "Prtry"))) >= 0);

    private LocalDate? ClosedOn() =>
        BalanceOf("CLBD")?.At("Dt") is { } date && CamtText.TryDate((date.At("Dt") ?? date.At("DtTm") ?? date).Text, out var day)
            ? day : null;

    private void Count(IReadOnlyList<BankEntry> movements)
    {
        var sum = Money.Sum(movements.Select(m => m.Amount), currency);
        var side = sum.IsNegative ? 1 : 0;
        (ownSums[side], ownCounts[side]) = (ownSums[side] + sum.Abs().Amount, ownCounts[side] + 1);
        ownTransactions[side] += movements.Sum(m => (long)Math.Max(1, m.BatchedTransactions));
    }

    private LocalDate? Day(string name) =>
        header.At("FrToDt", name) is { } day && CamtText.TryDate(day.Text, out var date) ? date : null;

    // Some banks write a reversal in the direction of what it takes back. Where only that way the balances hold, they are
    // believed.
    private static BankStatement Directed(BankStatement statement)
    {
        if (statement.Balances || statement.Opening is not { } opening || statement.Closing is not { } closing)
            return statement;
        var reversed = Money.Sum(statement.Entries.Where(e => e.IsReversal).Select(e => e.Amount), statement.Currency);
        if (reversed.IsZero || opening + statement.Total - reversed - reversed != closing) return statement;
        return statement with
        {
            Entries = statement.Entries.Select(e => e.IsReversal ? e with { Amount = -e.Amount } : e).ToEquatableArray(),
        };
    }

    private void CheckTotals(BankStatement statement)
    {
        if (statement.Opening is not { } opening || statement.Closing is not { } closing || statement.Balances) return;
        findings.Add(BankFileErrors.WrongTotals.At(path,
            ("opening", opening), ("entries", statement.Total), ("computed", opening + statement.Total), ("closing", closing),
            ("difference", closing - opening - statement.Total), ("line", line), ("position", 0)));
    }

    // What the bank counts itself: entries as they are booked, or the transactions in them.
    private void CheckSummary()
    {
        if (header.At("TxsSummry") is not { } summary || currency == default) return;
        Check("TtlCdtNtries", 0);
        Check("TtlDbtNtries", 1);

        void Check(string name, int side)
        {
            if (summary.At(name) is not { } total) return;
            var (ours, count) = (ownSums[side], ownCounts[side]);
            var sum = decimal.TryParse(total.TextAt("Sum"), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var number) ? Math.Abs(number) : ours;
            var counted = long.TryParse(total.TextAt("NbOfNtries"), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                ? n : count;
            if (sum == ours && (counted == count || counted == ownTransactions[side])) return;
            findings.Add(BankFileErrors.ControlTotal.At($"{path}.TxsSummry.{name}", ("record", name),
                ("stated", $"{counted} entries of {sum} {currency.Code}"), ("found", $"{count} of {ours} {currency.Code}"),
                ("line", total.Line), ("position", total.Position)));
        }
    }
}

/// <summary>A statement that goes on in the next one: equal lines on both of its pages are two.</summary>
internal sealed record CamtPage(string Account, EntryIdentities Identities);
