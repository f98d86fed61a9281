namespace OrderToCash.Customers;

/// <summary>Everything about a customer that may change with time and that documents are made from.</summary>
public sealed partial record CustomerProfile
{
    /// <summary>Legal name, address and tax registrations.</summary>
    public required Party Party { get; init; }

    /// <summary>What the customer is to tax and consumer law.</summary>
    public required CustomerTaxStatus TaxStatus { get; init; }

    /// <summary>The currency of invoices.</summary>
    public required Currency Currency { get; init; }

    /// <summary>When invoices fall due, and what early payment earns.</summary>
    public required PaymentTerms Terms { get; init; }

    /// <summary>The language of documents and letters, as BCP 47 writes it: <c>de-CH</c>.</summary>
    public required string Language { get; init; }

    /// <summary>How invoices and credit notes go out.</summary>
    public required Channel InvoiceChannel { get; init; }

    /// <summary>How reminders and statements go out.</summary>
    public required Channel DunningChannel { get; init; }

    /// <summary>Whom to reach, by purpose and channel.</summary>
    public EquatableArray<ContactPoint> Contacts { get; init; }

    /// <summary>Who gets the invoice; null for the customer itself.</summary>
    public CustomerId? BillTo { get; init; }

    /// <summary>Who pays it; null for the customer itself.</summary>
    public CustomerId? Payer { get; init; }

    /// <summary>The customer above it in the group; null where there is none.</summary>
    public CustomerId? Parent { get; init; }

    /// <summary>How the customer prefers to pay; none when nothing was agreed.</summary>
    public PaymentMeansCode PaymentMeans { get; init; }

    /// <summary>True when several deliveries go on one invoice.</summary>
    public bool ConsolidateInvoices { get; init; }

    /// <summary>
    /// The day insolvency proceedings were opened; null while there are none. Dunning and interest stop with it.
    /// </summary>
    public LocalDate? InsolventSince { get; init; }

    /// <summary>The contact for a purpose over a channel: one of that purpose, else a general one, else null.</summary>
    public ContactPoint? ContactFor(ContactPurpose purpose, Channel channel)
    {
        ContactPoint? general = null;
        foreach (var contact in Contacts)
        {
            if (contact.Channel != channel) continue;
            if (contact.Purpose == purpose) return contact;
            if (contact.Purpose == ContactPurpose.General) general ??= contact;
        }
        return general;
    }

    /// <summary>True when insolvency proceedings are open on a day.</summary>
    public bool IsInsolventOn(LocalDate day) => InsolventSince is { } since && since <= day;
}
