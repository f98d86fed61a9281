namespace OrderToCash.Invoicing;

/// <summary>What posting adds to a draft: known only inside the commit, or looked up for it.</summary>
public sealed record InvoicePosting
{
    /// <summary>The number, taken inside the commit.</summary>
    public required InvoiceNumber Number { get; init; }

    /// <summary>
    /// The instalments that the payment terms make of <see cref="DraftInvoice.Totals"/>; their tax shares are filled in here.
    /// </summary>
    public required EquatableArray<Instalment> Instalments { get; init; }

    /// <summary>The structured reference the buyer is to pay with (BT-83); empty when there is none.</summary>
    public string PaymentReference { get; init => field = value ?? ""; } = "";

    /// <summary>The currency of the seller's books; null is that of the document.</summary>
    public Currency? FunctionalCurrency { get; init; }

    /// <summary>The rate between the two, frozen by posting; null when they are one.</summary>
    public ExchangeRate? BookingRate { get; init; }

    /// <summary>The currency tax is accounted in (BT-6), where it is not that of the document; null for that.</summary>
    public Currency? TaxCurrency { get; init; }

    /// <summary>The rate between the two, of the tax point; null when they are one.</summary>
    public ExchangeRate? TaxRate { get; init; }

    /// <summary>The last document of the number's series; null for the first one, or for numbers that are not ours.</summary>
    public SeriesPosition? Previous { get; init; }

    /// <summary>Whether a document may be older than the last one of its series.</summary>
    public Chronology Chronology { get; init; }

    /// <summary>What the check before posting found; null where none was made. It is kept on the event.</summary>
    public PostingReport? Report { get; init; }
}
