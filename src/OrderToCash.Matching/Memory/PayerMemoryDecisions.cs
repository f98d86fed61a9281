namespace OrderToCash.Matching;

public sealed partial record PayerMemory
{
    /// <summary>
    /// A person says that a payment of this payer was for the customer; it lifts an earlier rejection. Refuses
    /// <c>match-memory.not-a-person</c>.
    /// </summary>
    public Result<Decision<PayerMemory, PayerMemoryEvent>> Confirm(
        CustomerId customer, PaymentId payment, Actor by, Instant at) =>
        by.IsAutomatic
            ? Refuse(MemoryErrors.NotAPerson.At("by", ("actor", by)))
            : Happened(new PayerConfirmed
            {
                LegalEntity = LegalEntity, Payer = Payer, Customer = customer, Payment = payment, By = by, At = at,
            });

    /// <summary>
    /// A payment of this payer named items of the customer and paid them exactly. Nothing happens when a person rejected the
    /// customer: people's decisions are not undone by what the engine sees.
    /// </summary>
    public Result<Decision<PayerMemory, PayerMemoryEvent>> See(CustomerId customer, PaymentId payment, Actor by, Instant at) =>
        Of(customer) is { IsRejected: true }
            ? Happened()
            : Happened(new PayerSeen
            {
                LegalEntity = LegalEntity, Payer = Payer, Customer = customer, Payment = payment, By = by, At = at,
            });

    /// <summary>
    /// An application that taught something was taken back: the trust is lowered by more than a confirmation raised it. Refuses
    /// <c>match-memory.nothing-learned</c>.
    /// </summary>
    public Result<Decision<PayerMemory, PayerMemoryEvent>> TakeBack(
        CustomerId customer, PaymentId payment, Actor by, Instant at) =>
        Of(customer) is { } paid && paid.Reversed < paid.Human + paid.Automatic
            ? Happened(new PayerTakenBack
            {
                LegalEntity = LegalEntity, Payer = Payer, Customer = customer, Payment = payment, By = by, At = at,
            })
            : Refuse(MemoryErrors.NothingLearned.At("customer", ("about", Payer), ("customer", customer)));

    /// <summary>
    /// The bank took back the payment that taught something: what it counted is taken off, without the loss of a mistake - that
    /// money bounced says nothing about whom it was for. Refuses <c>match-memory.nothing-learned</c>.
    /// </summary>
    public Result<Decision<PayerMemory, PayerMemoryEvent>> Withdraw(
        CustomerId customer, MatchSource source, PaymentId payment, Actor by, Instant at) =>
        Of(customer) is { } paid && paid.Reversed < paid.Human + paid.Automatic
            && (source == MatchSource.Human ? paid.Human : paid.Automatic) > 0
            ? Happened(new PayerWithdrawn
            {
                LegalEntity = LegalEntity, Payer = Payer, Customer = customer, Payment = payment, Source = source,
                By = by, At = at,
            })
            : Refuse(MemoryErrors.NothingLearned.At("customer", ("about", Payer), ("customer", customer)));

    /// <summary>
    /// A person says that this payer does not pay for the customer: nothing learned or known otherwise makes it so, until a
    /// person confirms it. Nothing happens when it is so. Refuses <c>match-memory.not-a-person</c>.
    /// </summary>
    public Result<Decision<PayerMemory, PayerMemoryEvent>> Reject(
        CustomerId customer, PaymentId payment, string reason, Actor by, Instant at)
    {
        if (by.IsAutomatic) return Refuse(MemoryErrors.NotAPerson.At("by", ("actor", by)));
        return Of(customer) is { IsRejected: true }
            ? Happened()
            : Happened(new PayerRejected
            {
                LegalEntity = LegalEntity, Payer = Payer, Customer = customer, Payment = payment, By = by, At = at,
                Reason = reason,
            });
    }

    private static Result<Decision<PayerMemory, PayerMemoryEvent>> Refuse(DomainError error) =>
        Result.Failure<Decision<PayerMemory, PayerMemoryEvent>>(error);

    private Result<Decision<PayerMemory, PayerMemoryEvent>> Happened(params ReadOnlySpan<PayerMemoryEvent> events) =>
        Decision.Of(this, static (s, e) => s.Apply(e), events);
}
