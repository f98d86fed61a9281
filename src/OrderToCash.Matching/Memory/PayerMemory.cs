namespace OrderToCash.Matching;

/// <summary>
/// What is remembered of one payer within a legal entity: an account, a name or a reference, and the customers he paid for, with
/// counters by source. A state of events; nothing in it is a rule of the engine, only what people and payers said.
/// </summary>
public sealed partial record PayerMemory
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>What the payer is known by.</summary>
    public required PayerKey Payer { get; init; }

    /// <summary>The customers, in order of their ids.</summary>
    public EquatableArray<PaidCustomer> Customers { get; init; }

    /// <summary>A payer nobody has said anything about.</summary>
    public static PayerMemory Nothing(LegalEntityId legalEntity, PayerKey payer) =>
        new() { LegalEntity = legalEntity, Payer = payer };

    /// <summary>What is remembered of a customer, or null.</summary>
    public PaidCustomer? Of(CustomerId customer)
    {
        foreach (var paid in Customers)
            if (paid.Customer == customer) return paid;
        return null;
    }

    /// <summary>The memory with an event applied.</summary>
    /// <exception cref="ArgumentException">The event is of another payer, or of no known sort.</exception>
    public PayerMemory Apply(PayerMemoryEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Payer != Payer || e.LegalEntity != LegalEntity)
            throw new ArgumentException($"An event of {e.Payer} met the memory of {Payer}.", nameof(e));
        return e switch
        {
            PayerConfirmed => With(e.Customer, p => p with { Human = p.Human + 1, IsRejected = false, LastAt = e.At }),
            PayerSeen => With(e.Customer, p => p with { Automatic = p.Automatic + 1, LastAt = e.At }),
            PayerTakenBack => With(e.Customer, p => p with { Reversed = p.Reversed + 1 }),
            PayerWithdrawn { Source: MatchSource.Human } => With(e.Customer, p => p with { Human = p.Human - 1 }),
            PayerWithdrawn => With(e.Customer, p => p with { Automatic = p.Automatic - 1 }),
            PayerRejected => With(e.Customer, p => p with { IsRejected = true }),
            _ => throw new ArgumentException($"{e.GetType().Name} is unknown.", nameof(e)),
        };
    }

    /// <summary>
    /// Every broken rule of a stored memory, as <see cref="MemoryErrors.StateBroken"/>; empty when it is sound.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (Payer.IsNone) Broken("payer", "the payer is known by nothing");
        for (var i = 0; i < Customers.Count; i++)
        {
            var paid = Customers[i];
            if (i > 0 && Customers[i - 1].Customer.CompareTo(paid.Customer) >= 0)
                Broken($"customers[{i}]", "out of order, or there twice");
            if (paid.Human < 0 || paid.Automatic < 0 || paid.Reversed < 0) Broken($"customers[{i}]", "counted below zero");
            else if (paid.Reversed > paid.Human + paid.Automatic)
                Broken($"customers[{i}]", "more was taken back than was learned");
        }
        return findings.ToEquatableArray();

        void Broken(string target, string what) =>
            findings.Add(MemoryErrors.StateBroken.At(target, ("state", $"memory of {Payer}"), ("what", what)));
    }

    private PayerMemory With(CustomerId customer, Func<PaidCustomer, PaidCustomer> change)
    {
        var at = 0;
        while (at < Customers.Count && Customers[at].Customer.CompareTo(customer) < 0) at++;
        var isKnown = at < Customers.Count && Customers[at].Customer == customer;
        var changed = change(isKnown ? Customers[at] : new() { Customer = customer });
        return this with
        {
            Customers = isKnown
                ? Customers.SetItem(at, changed)
                : [.. Customers.Take(at), changed, .. Customers.Skip(at)],
        };
    }
}
