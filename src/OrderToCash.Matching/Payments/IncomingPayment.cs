namespace OrderToCash.Matching;

/// <summary>Money that came in and waits to be applied: what the bank said about it, format-neutral.</summary>
public sealed record IncomingPayment
{
    /// <summary>The host's id; unique in a run.</summary>
    public required PaymentId Id { get; init; }

    /// <summary>What arrived; matched against items of the same currency. Zero or less is not cash.</summary>
    public required Money Amount { get; init; }

    /// <summary>The value date: discounts and due dates are judged on it.</summary>
    public required LocalDate ReceivedOn { get; init; }

    /// <summary>
    /// What makes it the same bank line when it is read again, own account included; empty when the bank gives none. A second
    /// payment with the same identity has no effect.
    /// </summary>
    public string BankIdentity { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// The payer when somebody or something certain says so (a mandate, a virtual account, a person); default when nobody
    /// does.
    /// </summary>
    public CustomerId Payer { get; init; }

    /// <summary>
    /// The number of our own that the money arrived at: a virtual account given to the payer, else the account it is on. Looked
    /// up in the <see cref="PayerDirectory"/>, before the account it comes from: who pays for many sends to the number of each.
    /// </summary>
    public string ReceivingAccount { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// The customers the receiving account is given to, as the directory said when the money was booked; empty when it is
    /// nobody's own. That his money arrives at his number says nothing of who sent it: nobody learns the sender from it.
    /// </summary>
    public EquatableArray<CustomerId> ReceivingCustomers { get; init; }

    /// <summary>The other side's account; looked up in the <see cref="PayerDirectory"/>.</summary>
    public string CounterpartyAccount { get; init => field = value ?? ""; } = "";

    /// <summary>The other side's name; a hit in the directory corroborates and suggests, it never applies.</summary>
    public string CounterpartyName { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// What the payer is registered by with us, such as the mandate of a collection; empty when it says nothing.
    /// </summary>
    public string PayerReference { get; init => field = value ?? ""; } = "";

    /// <summary>The items a person said it is not for: never applied and never suggested for it.</summary>
    public EquatableArray<OpenItemId> Rejected { get; init; }

    /// <summary>The text the payer wrote, lines joined by a blank. Evidence points into it.</summary>
    public string RemittanceText { get; init => field = value ?? ""; } = "";

    /// <summary>What the payer says in structured form, or in an advice.</summary>
    public EquatableArray<RemittanceClaim> Claims { get; init; }

    /// <summary>True when the bank takes an earlier entry back: never an incoming payment.</summary>
    public bool IsReversal { get; init; }

    /// <summary>The payment a bank entry stands for.</summary>
    public static IncomingPayment Of(PaymentId id, BankEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new()
        {
            Id = id,
            Amount = entry.Amount,
            ReceivedOn = entry.ValueOn ?? entry.BookedOn,
            BankIdentity = $"{entry.Account}|{entry.Identity}",
            ReceivingAccount = entry.VirtualAccount.Length > 0 ? entry.VirtualAccount : entry.Account,
            CounterpartyAccount = entry.CounterpartyAccount,
            CounterpartyName = entry.CounterpartyName,
            PayerReference = entry.MandateId,
            RemittanceText = entry.RemittanceText,
            Claims = entry.Claims,
            IsReversal = entry.IsReversal,
        };
    }
}
