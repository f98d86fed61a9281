using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

public sealed partial record OpenItem
{
    /// <summary>True for what is owed, false for credits.</summary>
    [JsonIgnore]
    public bool IsDebit => Amount.IsPositive;

    /// <summary>The account role it is posted to: <see cref="Role"/>, else the usual one of its kind.</summary>
    [JsonIgnore]
    public AccountRole Account => Role.IsNone ? UsualRole(Kind) : Role;

    /// <summary>
    /// True when nothing is open any more. False for a stored item that is so broken that nobody can say: it still waits for
    /// somebody.
    /// </summary>
    [JsonIgnore]
    public bool IsSettled
    {
        get
        {
            Int128 open = Amount.MinorUnits;
            foreach (var application in Applications)
            {
                if (application.Amount.Currency != Amount.Currency) return false;
                if (application.IsLive) open -= application.Amount.MinorUnits;
            }
            return open == 0;
        }
    }

    /// <summary>
    /// The carrying amount of what is still open, in the functional currency at booking rates, with the sign of the amount.
    /// </summary>
    [JsonIgnore]
    public Money OpenFunctional
    {
        get
        {
            var open = FunctionalAmount;
            foreach (var application in Applications)
                if (application.IsLive) open -= application.FunctionalAmount;
            return open;
        }
    }

    /// <summary>
    /// True for what a customer is billed with or credited on a bill: what money is matched to. Money itself, deposits, deferrals
    /// and contract assets are not.
    /// </summary>
    [JsonIgnore]
    public bool IsClaim => Kind is not (OpenItemKind.Payment or OpenItemKind.Deposit or OpenItemKind.Deferral
        or OpenItemKind.ContractAsset);

    /// <summary>
    /// True for what stands in the customer's account: claims and money, without deferrals and contract assets.
    /// </summary>
    [JsonIgnore]
    public bool IsOfAccount => Kind is not (OpenItemKind.Deferral or OpenItemKind.ContractAsset);

    /// <summary>
    /// What revaluations add to <see cref="OpenFunctional"/> until the item is settled, debit above zero; those that the next day
    /// reverses do not count.
    /// </summary>
    [JsonIgnore]
    public Money OpenAdjustment
    {
        get
        {
            var open = Money.Zero(FunctionalAmount.Currency);
            if (Revaluations.IsEmpty) return open;
            foreach (var revaluation in Revaluations)
                if (revaluation is { IsLive: true, StaysUntilSettled: true }) open += revaluation.Adjustment;
            foreach (var application in Applications)
                if (application is { IsLive: true, Revalued: { } released }) open -= released;
            return open;
        }
    }

    /// <summary>What was given up as a bad debt and not opened again, above zero.</summary>
    [JsonIgnore]
    public Money WrittenOff
    {
        get
        {
            var sum = Money.Zero(Amount.Currency);
            foreach (var application in Applications)
                if (application is { IsLive: true, Kind: ApplicationKind.BadDebt }) sum += application.Amount;
            return sum;
        }
    }

    /// <summary>What came in on the part written off, above zero.</summary>
    [JsonIgnore]
    public Money Recovered
    {
        get
        {
            var sum = Money.Zero(Amount.Currency);
            foreach (var recovery in Recoveries)
                if (recovery.IsLive) sum += recovery.Amount;
            return sum;
        }
    }

    /// <summary>
    /// What may be applied of a credit, above zero; of a deposit with the tax that was paid on it. Zero for what is owed.
    /// </summary>
    [JsonIgnore]
    public Money Spendable => IsDebit ? Money.Zero(Amount.Currency) : SpendableOf(Open, Applications.Where(a => a.IsLive));

    /// <summary>
    /// Of a deposit: what is left of each of its <see cref="TaxShares"/>, in their order; of other items the shares as they are.
    /// </summary>
    [JsonIgnore]
    public EquatableArray<TaxShare> TaxSharesLeft
    {
        get
        {
            if (!IsTaxedDeposit) return TaxShares;
            var left = TaxShares.ToArray();
            foreach (var application in Applications)
            {
                if (!application.IsLive || application.TaxRelief.IsEmpty) continue;
                for (var i = 0; i < left.Length; i++)
                    left[i] = left[i] with
                    {
                        Base = left[i].Base - application.TaxRelief[i].Base, Tax = left[i].Tax - application.TaxRelief[i].Tax,
                    };
            }
            return [.. left];
        }
    }

    /// <summary>The role of one of the <see cref="TaxShares"/>, by its position from 0.</summary>
    public AccountRole TaxRole(int index) => TaxRoles.IsEmpty ? AccountRole.OutputTax : TaxRoles[index];

    /// <summary>True for a deposit whose tax was paid with it: it is used and given back with that tax.</summary>
    internal bool IsTaxedDeposit => Kind == OpenItemKind.Deposit && !TaxShares.IsEmpty;

    /// <summary>What a deposit brought, above zero, with its tax.</summary>
    internal Money GrossOfDeposit
    {
        get
        {
            var gross = Amount.Abs();
            foreach (var share in TaxShares) gross += share.Tax;
            return gross;
        }
    }

    /// <summary>What is left of a tax of a deposit, by its position from 0.</summary>
    internal Money DepositTaxLeft(int index)
    {
        var left = TaxShares[index].Tax;
        foreach (var application in Applications)
            if (application.IsLive && !application.TaxRelief.IsEmpty) left -= application.TaxRelief[index].Tax;
        return left;
    }

    internal Money SpendableOf(Money open, IEnumerable<Application> live)
    {
        if (!IsTaxedDeposit) return -open;
        var left = GrossOfDeposit - Amount.Abs() - open;
        foreach (var application in live)
            foreach (var share in application.TaxRelief) left -= share.Tax;
        return left;
    }

    /// <summary>The business date from which it can be open: when it came into the books.</summary>
    [JsonIgnore]
    public LocalDate OpenedOn => TakenOverOn ?? DocumentDate;

    /// <summary>
    /// What was open at the end of a business date, by what is known now; zero before <see cref="OpenedOn"/>.
    /// </summary>
    public Money OpenOn(LocalDate date) => OpenAt(date, null);

    /// <summary>What was open at the end of a business date, by what was recorded up to a moment (inclusive).</summary>
    public Money OpenAsOf(LocalDate date, Instant knownAt) => OpenAt(date, knownAt);

    /// <summary>
    /// The carrying amount, in the functional currency at booking rates, of what was open at the end of a business date; null for
    /// <paramref name="knownAt"/> is all that is known.
    /// </summary>
    public Money OpenFunctionalAsOf(LocalDate date, Instant? knownAt = null) => FunctionalAt(date, knownAt);

    /// <summary>
    /// The least that is open on any date from this one on: what may still be settled with that business date. Zero when the item
    /// would cross zero on one of them.
    /// </summary>
    internal Money LeastOpenFrom(LocalDate date)
    {
        List<(LocalDate Date, long Minor)>? changes = null;
        var sign = Amount.Sign;
        var open = Amount.MinorUnits * sign;
        foreach (var application in Applications)
        {
            var settled = application.Amount.MinorUnits * sign;
            if (application.On <= date) open -= settled;
            else (changes ??= []).Add((application.On, -settled));
            if (application.ReversedOn is not { } reversed) continue;
            if (reversed <= date) open += settled;
            else (changes ??= []).Add((reversed, settled));
        }
        var least = open;
        if (changes is null) return Money.FromMinorUnits(Math.Max(least, 0) * sign, Amount.Currency);
        changes.Sort(static (a, b) => a.Date.CompareTo(b.Date));
        for (var i = 0; i < changes.Count; i++)
        {
            open += changes[i].Minor;
            if (i + 1 < changes.Count && changes[i + 1].Date == changes[i].Date) continue;
            least = Math.Min(least, open);
        }
        return Money.FromMinorUnits(Math.Max(least, 0) * sign, Amount.Currency);
    }

    private static bool IsOwedKind(OpenItemKind kind) => kind
        is OpenItemKind.Invoice or OpenItemKind.Deduction or OpenItemKind.Chargeback or OpenItemKind.Fee
        or OpenItemKind.Interest or OpenItemKind.ContractAsset;

    private static AccountRole UsualRole(OpenItemKind kind) => kind switch
    {
        OpenItemKind.Invoice or OpenItemKind.Fee => AccountRole.TradeReceivable,
        OpenItemKind.CreditNote => AccountRole.CustomerCredit,
        OpenItemKind.Payment => AccountRole.UnappliedCash,
        OpenItemKind.Deduction => AccountRole.Deductions,
        OpenItemKind.Chargeback => AccountRole.Chargebacks,
        OpenItemKind.Interest => AccountRole.InterestReceivable,
        OpenItemKind.Deposit => AccountRole.CustomerDeposit,
        OpenItemKind.Deferral => AccountRole.ContractLiability,
        OpenItemKind.ContractAsset => AccountRole.ContractAsset,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An unknown kind of open item."),
    };

    internal Money FunctionalAt(LocalDate date, Instant? knownAt)
    {
        if (date < OpenedOn || knownAt < RecordedAt) return Money.Zero(FunctionalAmount.Currency);
        var open = FunctionalAmount;
        foreach (var application in Applications)
            if (application.HeldOn(date, knownAt)) open -= application.FunctionalAmount;
        return open;
    }

    internal Money OpenAt(LocalDate date, Instant? knownAt)
    {
        if (date < OpenedOn || knownAt < RecordedAt) return Money.Zero(Amount.Currency);
        var open = Amount;
        foreach (var application in Applications)
            if (application.HeldOn(date, knownAt)) open -= application.Amount;
        return open;
    }
}
