namespace OrderToCash.Receivables;

/// <summary>A payout while it is reconciled.</summary>
internal sealed class PayoutWork
{
    private static readonly PayoutRowKind[] In =
    [
        PayoutRowKind.Charge, PayoutRowKind.ChargebackReversal, PayoutRowKind.ReserveReleased, PayoutRowKind.RefundReversal,
    ];

    private readonly PayoutReport report;
    private readonly List<ExpectedMovement> all;
    private readonly Dictionary<(PayoutRowKind, string), List<ExpectedMovement>> expected = [];
    private readonly Dictionary<(PayoutRowKind, string), PayoutId> paid = [];
    private readonly Dictionary<PayoutRow, ExpectedMovement> met = new(ReferenceEqualityComparer.Instance);

    internal PayoutWork(PayoutReport report, IEnumerable<ExpectedMovement> movements, IEnumerable<PaidOut> before)
    {
        this.report = report;
        all = [.. movements];
        foreach (var movement in all)
        {
            var key = (movement.Kind, movement.Payment);
            if (!expected.TryGetValue(key, out var same)) expected[key] = same = [];
            same.Add(movement);
        }
        foreach (var payout in before)
            foreach (var movement in payout.Movements) paid[(movement.Kind, movement.Payment)] = payout.Payout;
    }

    internal List<DomainError> Findings { get; } = [];

    private Currency Currency => report.Amount.Currency;

    internal void CheckRows()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < report.Rows.Count; i++)
        {
            var (row, target) = (report.Rows[i], $"rows[{i}]");
            if (!seen.Add(row.Reference)) Findings.Add(PayoutErrors.RowTwice.At(target, ("row", row.Reference)));
            if (Foreign(row) is { } foreign)
            {
                Findings.Add(PayoutErrors.OtherCurrency.At(target,
                    ("row", row.Reference), ("amount", foreign), ("expected", Currency)));
                continue;
            }
            if (GrossOf(row) - row.Fee != row.Net)
                Findings.Add(PayoutErrors.RowDiffers.At(target,
                    ("row", row.Reference), ("gross", GrossOf(row)), ("fee", row.Fee), ("net", row.Net)));
            if (row.Kind != PayoutRowKind.Adjustment
                && (row.Gross.Sign != GrossOf(row).Sign || row.Gross.Sign * (In.Contains(row.Kind) ? 1 : -1) < 0))
                Findings.Add(PayoutErrors.WrongSign.At(target,
                    ("row", row.Reference), ("kind", row.Kind), ("gross", row.Gross)));
            Meet(row, target);
        }
    }

    internal void CheckSum()
    {
        if (Findings.Any(f => f.Code == PayoutErrors.OtherCurrency.Code)) return;
        var rows = Money.Sum(report.Rows.Select(r => r.Net), Currency);
        if (rows != report.Amount)
            Findings.Add(PayoutErrors.RowsDiffer.At("amount",
                ("payout", report.Id), ("rows", rows), ("amount", report.Amount)));
    }

    internal void CheckBank(Money? bank)
    {
        if (bank is not { } line)
            Findings.Add(PayoutErrors.NotOnBank.With(("payout", report.Id), ("amount", report.Amount)));
        else if (line != report.Amount)
            Findings.Add(PayoutErrors.BankDiffers.With(
                ("bank", line), ("payout", report.Id), ("amount", report.Amount)));
    }

    internal EquatableArray<ExpectedMovement> Met() =>
        report.Rows.Where(met.ContainsKey).Select(r => met[r]).ToEquatableArray();

    internal EquatableArray<ExpectedMovement> Outstanding()
    {
        var used = new HashSet<ExpectedMovement>(met.Values, ReferenceEqualityComparer.Instance);
        return all.Where(m => !used.Contains(m)).ToEquatableArray();
    }

    internal EquatableArray<PayoutTotal> Totals() => report.Rows.Where(r => Foreign(r) is null).GroupBy(r => r.Kind)
        .OrderBy(g => g.Key).Select(g => new PayoutTotal
        {
            Kind = g.Key, Rows = g.Count(), Gross = Money.Sum(g.Select(GrossOf), Currency),
            Fees = Money.Sum(g.Select(r => r.Fee), Currency), Net = Money.Sum(g.Select(r => r.Net), Currency),
        }).ToEquatableArray();

    /// <summary>
    /// The provider's account is relieved of each movement at what it is carried at; the bank, the fees and the reserve take what
    /// was paid out. What exchange made of it is a result.
    /// </summary>
    internal EquatableArray<JournalLine> Proposal(Currency functional, ExchangeRate? rate)
    {
        var lines = new EntryLines();
        Money InBooks(Money amount) =>
            amount.Currency == functional ? amount : amount.Convert(Rate(functional, rate), Rounding.HalfAwayFromZero);
        var left = Money.Zero(functional);
        void Add(AccountRole account, Money amount, Money value)
        {
            lines.Add(account, amount, value);
            left += value;
        }

        Add(AccountRole.Bank, report.Amount, InBooks(report.Amount));
        // What the books have as a fee is on the provider's account already.
        var booked = met.Where(m => m.Key.Kind != PayoutRowKind.Fee).Select(m => m.Value)
            .Where(m => m.BookedFee?.Currency == Currency).ToList();
        foreach (var movement in booked)
            Add(AccountRole.Provider, movement.BookedFee!.Value, movement.CarriedFee ?? InBooks(movement.BookedFee.Value));
        var fees = Money.Sum(report.Rows.Select(r => r.Fee), Currency)
            - Money.Sum(report.Rows.Where(r => r.Kind == PayoutRowKind.Fee && !met.ContainsKey(r)).Select(GrossOf), Currency)
            - Money.Sum(booked.Select(m => m.BookedFee!.Value), Currency);
        Add(AccountRole.BankCharges, fees, InBooks(fees));
        var reserve = Money.Sum(report.Rows
            .Where(r => r.Kind is PayoutRowKind.ReserveHeld or PayoutRowKind.ReserveReleased).Select(GrossOf), Currency);
        Add(AccountRole.ProviderReserve, -reserve, InBooks(-reserve));
        foreach (var row in report.Rows)
        {
            if (row.Kind is PayoutRowKind.ReserveHeld or PayoutRowKind.ReserveReleased
                || (row.Kind == PayoutRowKind.Fee && !met.ContainsKey(row))) continue;
            var (gross, carried) = (GrossOf(row), InBooks(GrossOf(row)));
            if (row.Kind == PayoutRowKind.Adjustment)
            {
                Add(AccountRole.ProviderAdjustments, -gross, -carried);
                continue;
            }
            var value = met.TryGetValue(row, out var movement) && movement.Carried is { } known && known.Currency == functional
                ? known : row.Gross.Currency == functional ? row.Gross : carried;
            Add(AccountRole.Provider, -row.Gross, -value);
            if (row.Gross.Currency == Currency) continue;
            Add(AccountRole.FxClearing, row.Gross, carried);
            Add(AccountRole.FxClearing, -gross, -carried);
        }
        var result = left.IsPositive ? AccountRole.RealisedGain : AccountRole.RealisedLoss;
        lines.Add(result, Money.Zero(Currency), -left);
        return lines.ToLines();
    }

    private static ExchangeRate Rate(Currency functional, ExchangeRate? rate) =>
        rate ?? throw new ArgumentException($"A payout in another currency than {functional} needs a rate.", nameof(rate));

    private Money GrossOf(PayoutRow row) => row.Converted ?? row.Gross;

    private Money? Foreign(PayoutRow row) =>
        GrossOf(row).Currency != Currency ? GrossOf(row)
        : row.Fee.Currency != Currency ? row.Fee
        : row.Net.Currency != Currency ? row.Net
        : null;

    private void Meet(PayoutRow row, string target)
    {
        if (row.Kind is PayoutRowKind.ReserveHeld or PayoutRowKind.ReserveReleased or PayoutRowKind.Adjustment) return;
        // Of several takings of one payment the one of the same amount is meant, else the first.
        var same = expected.GetValueOrDefault((row.Kind, row.Payment));
        var at = same is null ? -1 : Math.Max(same.FindIndex(m => m.Gross == row.Gross), same.Count > 0 ? 0 : -1);
        if (row.Kind == PayoutRowKind.Fee)
        {
            // A fee that the books don't have is booked with the payout.
            if (at < 0 || same![at].Gross != row.Gross) return;
        }
        else if (at < 0)
        {
            Findings.Add(paid.TryGetValue((row.Kind, row.Payment), out var payout)
                ? PayoutErrors.PaidBefore.At(target,
                    ("row", row.Reference), ("kind", row.Kind), ("payment", row.Payment), ("payout", payout))
                : PayoutErrors.PaymentUnknown.At(target,
                    ("row", row.Reference), ("kind", row.Kind), ("payment", row.Payment)));
            return;
        }
        var movement = same![at];
        same.RemoveAt(at);
        if (movement.Gross != row.Gross)
            Findings.Add(PayoutErrors.PaymentDiffers.At(target, ("row", row.Reference), ("payment", row.Payment),
                ("gross", row.Gross), ("booked", movement.Gross)));
        met[row] = movement;
    }
}
