namespace OrderToCash.Receivables;

/// <summary>A posted invoice as the ledger needs it.</summary>
public sealed record InvoiceFacts
{
    /// <summary>The id of the entry to post.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>Who invoices.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who owes.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The invoice's number.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The invoice's date, which is the business date of the entry.</summary>
    public required LocalDate DocumentDate { get; init; }

    /// <summary>The structured reference the customer is asked to pay with; empty when there is none.</summary>
    public string PaymentReference { get; init => field = value ?? ""; } = "";

    /// <summary>The instalments, each with the id of its open item; they add up to the postings.</summary>
    public required EquatableArray<InstalmentItem> Instalments { get; init; }

    /// <summary>Revenue and taxes.</summary>
    public required EquatableArray<Posting> Postings { get; init; }

    /// <summary>The booking rate; null when the invoice is in the functional currency.</summary>
    public ExchangeRate? Rate { get; init; }

    /// <summary>What becomes of the tax when a discount is taken.</summary>
    public DiscountTaxMode DiscountTax { get; init; }

    /// <summary>The role the items are posted to; none for <c>receivable.trade</c>.</summary>
    public AccountRole Role { get; init; }
}
