namespace OrderToCash.Receivables;

/// <summary>
/// How a customer pays without being asked: ways to pay in the order of preference, and whether credit is used first.
/// </summary>
public sealed partial record CustomerPaymentMethods
{
    /// <summary>Whose.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The ways to pay, the preferred one first.</summary>
    public EquatableArray<StoredPaymentMethod> Methods { get; init; }

    /// <summary>True when credit is left alone until the customer says what it is for; else it pays the next invoices.</summary>
    public bool KeepsCredit { get; init; }

    /// <summary>A customer who left nothing with us.</summary>
    public static CustomerPaymentMethods None(CustomerId customer) => new() { Customer = customer };

    /// <summary>The way to pay of this id, or null.</summary>
    public StoredPaymentMethod? Method(PaymentMethodId id) => IndexOf(id) is var at and >= 0 ? Methods[at] : null;

    /// <summary>
    /// What to take money from on a day: the preferred one that can be used, else the next, and so on. Refuses
    /// <c>payment-method.unusable</c>.
    /// </summary>
    /// <param name="on">The day.</param>
    /// <param name="after">The one that just failed: those after it are looked at; none for all.</param>
    public Result<StoredPaymentMethod> Choose(LocalDate on, PaymentMethodId after = default)
    {
        for (var i = IndexOf(after) + 1; i < Methods.Count; i++)
            if (Methods[i].IsUsableOn(on)) return Result.Success(Methods[i]);
        return Result.Failure<StoredPaymentMethod>(PaymentMethodErrors.Unusable.With(("customer", Customer), ("date", on)));
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event is of another customer or unknown.</exception>
    public CustomerPaymentMethods Apply(PaymentMethodEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Customer != Customer)
            throw new ArgumentException($"The event is about {e.Customer}, not about {Customer}.", nameof(e));
        return e switch
        {
            PaymentMethodAdded added => this with { Methods = Methods.Add(added.Method) },
            PaymentMethodRemoved removed => this with { Methods = Methods.Where(m => m.Id != removed.Method).ToEquatableArray() },
            PaymentMethodsOrdered ordered => this with { Methods = ordered.Order.Select(id => Method(id)!).ToEquatableArray() },
            PaymentMethodBlocked blocked => With(blocked.Method, m => m with { BlockedBecause = blocked.Reason }),
            PaymentMethodUnblocked unblocked => With(unblocked.Method, m => m with { BlockedBecause = "", FailuresInARow = 0 }),
            PaymentMethodEnded ended => With(ended.Method, m => m with { EndedBecause = ended.Reason }),
            PaymentMethodUsed used => With(used.Method, m => m with
            {
                FailuresInARow = used.IsFailed ? m.FailuresInARow + 1 : 0,
            }),
            CreditUseChosen chosen => this with { KeepsCredit = chosen.IsKept },
            _ => throw new ArgumentException($"{e.GetType().Name} is unknown.", nameof(e)),
        };
    }

    /// <summary>
    /// Every broken rule of stored ways to pay, as <see cref="PaymentMethodErrors.StateBroken"/> with its place.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        var seen = new HashSet<PaymentMethodId>();
        for (var i = 0; i < Methods.Count; i++)
        {
            if (!seen.Add(Methods[i].Id)) Broken(i, "one is there twice");
            if (string.IsNullOrWhiteSpace(Methods[i].Token)) Broken(i, "one has no token");
            if (CardNumbers.IsIn(Methods[i].Token) || CardNumbers.IsIn(Methods[i].Label)) Broken(i, "one holds a card number");
            if (Methods[i].FailuresInARow < 0) Broken(i, "one failed less than never");
        }
        return findings.ToEquatableArray();

        void Broken(int at, string what) =>
            findings.Add(PaymentMethodErrors.StateBroken.At($"methods[{at}]", ("customer", Customer), ("what", what)));
    }

    private int IndexOf(PaymentMethodId id) => Methods.FindIndex(m => m.Id == id);

    private CustomerPaymentMethods With(PaymentMethodId id, Func<StoredPaymentMethod, StoredPaymentMethod> change)
    {
        var at = IndexOf(id);
        return at >= 0
            ? this with { Methods = Methods.SetItem(at, change(Methods[at])) }
            : throw new ArgumentException($"Customer {Customer} has no way to pay {id}.", nameof(id));
    }
}
