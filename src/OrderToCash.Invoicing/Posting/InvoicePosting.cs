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
}
