namespace OrderToCash.Receivables;

/// <summary>Money that came in.</summary>
public sealed record PaymentFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The id of the open item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>Whose account received it.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who paid.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The bank's reference of the receipt.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The booking date of the bank, which is the business date of the entry.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>What came in, in the currency of the account.</summary>
    public required Money Cash { get; init; }

    /// <summary>What it pays in the currency of the documents, where that is another one; null for the cash itself.</summary>
    public Money? Settles { get; init; }

    /// <summary>The rate between the cash and the functional currency; null when they are the same.</summary>
    public ExchangeRate? Rate { get; init; }

    /// <summary>The account it came to; none for <c>cash.bank</c>.</summary>
    public AccountRole CashAccount { get; init; }

    /// <summary>The role of the credit; none for <c>liability.unapplied-cash</c>.</summary>
    public AccountRole Role { get; init; }

    /// <summary>
    /// <see cref="OpenItemKind.Deposit"/> or <see cref="OpenItemKind.Deferral"/> for money that waits for delivery; null for a
    /// payment.
    /// </summary>
    public OpenItemKind? Kind { get; init; }

    /// <summary>The tax contained in a deposit, due with its receipt: the item is less it.</summary>
    public EquatableArray<TaxShare> TaxShares { get; init; }

    /// <summary>The role of each of them, in order; empty when all are <c>tax.output</c>.</summary>
    public EquatableArray<AccountRole> TaxRoles { get; init; }

    /// <summary>
    /// The taxes in the functional currency as the document froze them, in order; empty to take them in proportion of the cash.
    /// </summary>
    public EquatableArray<Money> FunctionalTaxes { get; init; }

    /// <summary>A credit note settled in the same entry, before the money; null for none. Its entry id is not used.</summary>
    public CreditNoteFacts? CreditNote { get; init; }

    /// <summary>The applications of that credit note.</summary>
    public EquatableArray<ApplicationRequest> CreditApplications { get; init; }
}
