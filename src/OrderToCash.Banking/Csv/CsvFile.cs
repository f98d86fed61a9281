namespace OrderToCash.Banking;

/// <summary>Rows into entries; rows of one account that stand together are one statement.</summary>
internal sealed class CsvFile(CsvRows rows, CsvMapping mapping, BankFileLimits limits)
    : CsvWalk<BankStatement>(rows, mapping.Columns, mapping.LinesToSkip, mapping.HasNoHeadings)
{
    private readonly NodaTime.Text.LocalDatePattern pattern = CsvText.PatternOf(mapping.DatePattern);
    private readonly List<(Money Amount, Money? Balance, LocalDate Day)> balances = [];
    private readonly Dictionary<string, EntryIdentities> identities = new(StringComparer.Ordinal);
    private StatementBuilder? open;
    private int number;

    protected override void EndFile()
    {
        if (number == 0) Refusal = BankFileErrors.NoStatement.With(("line", Rows.LinesRead), ("position", 1));
        End(null);
    }

    protected override void BreakOff(DomainError error) => End(error);

    protected override void TakeRow()
    {
        var account = (mapping.AccountColumn.Length > 0 ? Field(mapping.AccountColumn) : mapping.Account)
            .Replace(" ", "", StringComparison.Ordinal);
        if (open is null || open.Account != account) Begin(account);
        var target = $"Row[{Rows.Line}]";
        if (!Rows.IsWhole)
        {
            open!.Refuse(BankFileErrors.Truncated.At(target, ("line", Rows.Line), ("position", 0)));
            return;
        }
        if (CurrencyOf(target) is not { } currency) return;
        var found = new List<DomainError>();
        var day = DateOf(mapping.BookedOn, required: true, target, found);
        var value = DateOf(mapping.ValueOn, required: false, target, found);
        var amount = AmountOf(currency, target, found);
        if (found.Count > 0 || day is not { } booked || amount is not { } money)
        {
            foreach (var finding in found) open!.Refuse(finding);
            return;
        }
        Money? balance = TryMoney(Field(mapping.Balance), currency, out var stated) ? stated : null;
        balances.Add((money, balance, booked));
        if (money.IsZero)
        {
            open!.NotBooked++;
            return;
        }
        open!.Add(new()
        {
            Account = open.Account,
            Identity = "",
            BookedOn = booked,
            ValueOn = value,
            Amount = money,
            BankReference = SwiftText.Reference(Field(mapping.BankReference)),
            EndToEndId = SwiftText.Reference(Field(mapping.EndToEndId)),
            MandateId = SwiftText.Reference(Field(mapping.MandateId)),
            VirtualAccount = VirtualAccount(),
            InstructedAmount = Original(money),
            TransactionCode = Field(mapping.TransactionCode),
            CounterpartyName = Field(mapping.CounterpartyName),
            CounterpartyAccount = Field(mapping.CounterpartyAccount).Replace(" ", "", StringComparison.Ordinal),
            RemittanceText = string.Join(' ', mapping.Text.Select(Field).Where(t => t.Length > 0)),
            Charges = TryMoney(Field(mapping.Charges), currency, out var kept) ? kept.Abs() : Money.Zero(currency),
        });
    }

    private string VirtualAccount()
    {
        var stated = Field(mapping.VirtualAccount).Replace(" ", "", StringComparison.Ordinal);
        return stated == open!.Account ? "" : stated;
    }

    private Money? Original(Money booked) =>
        Currency.TryOf(Field(mapping.OriginalCurrency), out var currency) && currency != booked.Currency
        && TryMoney(Field(mapping.OriginalAmount), currency, out var money) && !money.IsZero ? money.Abs() : null;

    private void Begin(string account)
    {
        End(null);
        open = new StatementBuilder($"Statement[{++number}]", Rows.Line, limits)
        {
            Kind = BankStatementKind.Statement,
            Account = account,
            Identities = IdentitiesOf(account),
        };
        if (mapping.Currency.Length > 0) open.Currency = Currency.Of(mapping.Currency);
    }

    // A list sorted by day goes from account to account and back: equal rows before and after are still two.
    private EntryIdentities IdentitiesOf(string account)
    {
        if (!identities.TryGetValue(account, out var known)) identities[account] = known = new();
        return known;
    }

    private Currency? CurrencyOf(string target)
    {
        var code = Field(mapping.CurrencyColumn) is { Length: > 0 } stated ? stated : mapping.Currency;
        if (!Currency.TryOf(code, out var currency))
        {
            open!.Refuse(BankFileErrors.UnknownCurrency.At(target, ("currency", code), ("line", Rows.Line), ("position", 0)));
            return null;
        }
        if (open!.Currency == default) open.Currency = currency;
        if (open.Currency == currency) return currency;
        open.Refuse(BankFileErrors.OtherCurrency.At(target,
            ("currency", currency), ("account", open.Currency), ("line", Rows.Line), ("position", 0)));
        return null;
    }

    private LocalDate? DateOf(string column, bool required, string target, List<DomainError> found)
    {
        var text = Field(column);
        if (text.Length == 0 && !required) return null;
        if (pattern.Parse(text).TryGetValue(default, out var date)) return date;
        found.Add(BankFileErrors.BadDate.At($"{target}.{column}", ("date", text), ("line", Rows.Line), ("position", 0)));
        return null;
    }

    private Money? AmountOf(Currency currency, string target, List<DomainError> found)
    {
        if (mapping.Amount.Length > 0)
        {
            if (!TryMoney(Field(mapping.Amount), currency, out var amount)) return Bad(mapping.Amount);
            if (mapping.Direction.Length == 0) return amount;
            var mark = Field(mapping.Direction);
            if (mark == mapping.CreditMark) return amount.Abs();
            if (mark == mapping.DebitMark) return -amount.Abs();
            found.Add(BankFileErrors.NoDirection.At(target, ("direction", mark), ("line", Rows.Line), ("position", 0)));
            return null;
        }
        var (credit, debit) = (Field(mapping.Credit), Field(mapping.Debit));
        if (credit.Length > 0 && !TryMoney(credit, currency, out _)) return Bad(mapping.Credit);
        if (debit.Length > 0 && !TryMoney(debit, currency, out _) || credit.Length + debit.Length == 0) return Bad(mapping.Debit);
        TryMoney(credit, currency, out var into);
        TryMoney(debit, currency, out var out1);
        return (credit.Length > 0 ? into : Money.Zero(currency)) - (debit.Length > 0 ? out1.Abs() : Money.Zero(currency));

        Money? Bad(string column)
        {
            found.Add(BankFileErrors.BadAmount.At($"{target}.{column}",
                ("amount", Field(column)), ("currency", currency), ("line", Rows.Line), ("position", 0)));
            return null;
        }
    }

    private bool TryMoney(string text, Currency currency, out Money money) =>
        CsvText.TryMoney(text, mapping.DecimalSeparator, currency, out money);

    // Banks list the newest row first or last; the balances say which, when the dates do not.
    private void End(DomainError? brokenOff)
    {
        if (open is not { } ending) return;
        open = null;
        if (balances.Count > 0)
        {
            var newestFirst = balances[0].Day > balances[^1].Day || balances[0].Day == balances[^1].Day && !Adds(balances);
            if (newestFirst) balances.Reverse();
            (ending.From, ending.To) = (balances[0].Day, balances[^1].Day);
            if (balances[0].Balance is { } first) ending.Opening = first - balances[0].Amount;
            ending.Closing = balances[^1].Balance;
            balances.Clear();
        }
        Give(ending.Finish(brokenOff));
    }

    private static bool Adds(List<(Money Amount, Money? Balance, LocalDate Day)> listed)
    {
        for (var i = 1; i < listed.Count; i++)
            if (listed[i - 1].Balance is { } before && listed[i].Balance is { } after && before + listed[i].Amount != after)
                return false;
        return true;
    }
}
