namespace OrderToCash.Invoicing;

/// <summary>
/// What a posted invoice consists of, as plain data: the stored form. Only <see cref="Invoice.Restore"/> makes an invoice of it,
/// and only when all figures follow from the lines.
/// </summary>
public sealed record InvoiceContent
{
    /// <summary>The number (BT-1).</summary>
    public required InvoiceNumber Number { get; init; }

    /// <summary>The draft as it was posted: parties, dates, lines.</summary>
    public required DraftInvoice Draft { get; init; }

    /// <summary>The tax per category and rate (BG-23), ordered by both.</summary>
    public required EquatableArray<TaxShare> Breakdown { get; init; }

    /// <summary>The instalments, with the tax each contains; they add up to what is payable.</summary>
    public required EquatableArray<Instalment> Instalments { get; init; }

    /// <summary>The structured reference the buyer is to pay with (BT-83); empty when there is none.</summary>
    public string PaymentReference { get; init => field = value ?? ""; } = "";

    /// <summary>The currency of the seller's books.</summary>
    public required Currency FunctionalCurrency { get; init; }

    /// <summary>The rate frozen by posting; null when both currencies are one.</summary>
    public ExchangeRate? BookingRate { get; init; }

    /// <summary>The breakdown in the functional currency; it adds up to the converted total.</summary>
    public required EquatableArray<TaxShare> FunctionalBreakdown { get; init; }

    /// <summary>The currency tax is accounted in (BT-6); null for that of the document.</summary>
    public Currency? TaxCurrency { get; init; }

    /// <summary>The rate into the tax currency, frozen by posting, with its date and source; null when there is none.</summary>
    public ExchangeRate? TaxRate { get; init; }

    /// <summary>Who posted it.</summary>
    public required Actor PostedBy { get; init; }

    /// <summary>When it was posted.</summary>
    public required Instant PostedAt { get; init; }
}
