namespace OrderToCash.Receivables;

/// <summary>
/// What is netted with a party that is customer and supplier: the agreement, and each netting with its statement.
/// </summary>
public sealed partial record NettingAccount
{
    /// <summary>What was agreed.</summary>
    public required NettingTerms Terms { get; init; }

    /// <summary>The nettings, in the order they were posted, those undone included.</summary>
    public EquatableArray<PostedNetting> Nettings { get; init; }

    /// <summary>The account that this first event makes.</summary>
    public static NettingAccount From(NettingAgreed first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new() { Terms = first.Terms };
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event is unknown.</exception>
    public NettingAccount Apply(NettingEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return e switch
        {
            NettingAgreed agreed => this with { Terms = agreed.Terms },
            NettingPosted posted => this with { Nettings = Nettings.Add(posted.Netting) },
            NettingUndone undone => this with
            {
                Nettings = Nettings.Select(n => n.Id != undone.Netting ? n
                    : n with { UndoneOn = undone.On, Reason = undone.Reason }).ToEquatableArray(),
            },
            _ => throw new ArgumentException($"{e.GetType().Name} is unknown.", nameof(e)),
        };
    }

    /// <summary>What live nettings took of a payable.</summary>
    public Money Netted(string number, Currency currency) => Money.Sum(Nettings.Where(n => n.UndoneOn is null)
        .SelectMany(n => n.Statement.Payables).Where(p => p.Number == number && p.Amount.Currency == currency)
        .Select(p => p.Amount), currency);

    /// <summary>Every broken rule of a stored account, as <see cref="NettingErrors.StateBroken"/>.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        foreach (var wrong in CheckTerms(Terms)) Broken("terms", wrong.Message);
        if (Nettings.DistinctBy(n => n.Id).Count() != Nettings.Count) Broken("nettings", "a netting was posted twice");
        for (var i = 0; i < Nettings.Count; i++)
        {
            if (!Nettings[i].Statement.IsBalanced) Broken($"nettings[{i}]", "its sides do not come to the same amount");
            var undone = Nettings[i].UndoneOn;
            if (undone is null != (Nettings[i].Reason.Length == 0) || undone < Nettings[i].Statement.On)
                Broken($"nettings[{i}]", "what was undone has a reason and a day after the netting, nothing else has");
        }
        return findings.ToEquatableArray();

        void Broken(string target, string what) =>
            findings.Add(NettingErrors.StateBroken.At(target, ("customer", Terms.Customer), ("what", what)));
    }

    private static List<DomainError> CheckTerms(NettingTerms terms)
    {
        var findings = new List<DomainError>();
        if (terms.LegalEntity.IsNone || terms.Customer.IsNone) Missing("customer", "whom it is with");
        if (string.IsNullOrWhiteSpace(terms.Reference)) Missing("reference", "the agreement");
        if (terms.To < terms.From) Missing("to", "a period that ends after it begins");
        if (terms.DaysAhead < 0) Missing("daysAhead", "how many days ahead, zero or more");
        if (terms.Minimums.Any(m => !m.IsPositive) || terms.Minimums.DistinctBy(m => m.Currency).Count() != terms.Minimums.Count)
            Missing("minimums", "one least amount above zero a currency");
        return findings;

        void Missing(string target, string what) => findings.Add(NettingErrors.Incomplete.At(target, ("what", what)));
    }
}
