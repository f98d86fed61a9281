namespace OrderToCash.Invoicing;

/// <summary>Why an invoice can't be posted, or what was stored is none.</summary>
public static class InvoiceErrors
{
    /// <summary>There is nothing to invoice.</summary>
    public static readonly ErrorCode NoLines = new("invoice.no-lines", ErrorKind.Invalid,
        "The invoice has no lines.", "Add at least one line.");

    /// <summary>A name, address line, town or country is missing.</summary>
    public static readonly ErrorCode PartyIncomplete = new("invoice.party-incomplete", ErrorKind.Invalid,
        "The {party} has no {field}.", "Complete the master data, then draft the invoice again.");

    /// <summary>A VAT id the treatment needs is missing.</summary>
    public static readonly ErrorCode VatIdMissing = new("invoice.vat-id-missing", ErrorKind.Refused,
        "Category {category} needs a VAT id of the {party}.", "Add the id, or determine the tax again without it.");

    /// <summary>An intra-community supply without a day of delivery.</summary>
    public static readonly ErrorCode DeliveryDateMissing = new("invoice.delivery-date-missing", ErrorKind.Refused,
        "An intra-community supply needs the day of delivery.", "State the day of delivery.");

    /// <summary>The currency has no grid.</summary>
    public static readonly ErrorCode CurrencyWithoutGrid = new("invoice.currency-without-grid", ErrorKind.Invalid,
        "{currency} has no minor unit: nothing can be posted in it.", "Use a currency that is money.");

    /// <summary>An amount is in another currency than the document.</summary>
    public static readonly ErrorCode OtherCurrency = new("invoice.other-currency", ErrorKind.Invalid,
        "{amount} is not in the document's currency {currency}.", "Split the invoice by currency.");

    /// <summary>A line has no description.</summary>
    public static readonly ErrorCode DescriptionMissing = new("invoice.description-missing", ErrorKind.Invalid,
        "Line {line} does not say what it is for.", "Describe the line.");

    /// <summary>A line is about no quantity.</summary>
    public static readonly ErrorCode QuantityZero = new("invoice.quantity-zero", ErrorKind.Invalid,
        "Line {line} has a quantity of zero.", "Drop the line, or state its quantity.");

    /// <summary>A unit price below zero (BR-27).</summary>
    public static readonly ErrorCode PriceNegative = new("invoice.price-negative", ErrorKind.Invalid,
        "Line {line} has a price of {price}.", "Use a negative quantity for what is taken back.");

    /// <summary>The net is not price x quantity less discount.</summary>
    public static readonly ErrorCode LineNetMismatch = new("invoice.line-net-mismatch", ErrorKind.Invalid,
        "Line {line} has a net of {net}, but price, quantity and discount give {expected}.",
        "Correct the net, or leave the price out.");

    /// <summary>What the line says of tax contradicts itself.</summary>
    public static readonly ErrorCode TaxMismatch = new("invoice.tax-mismatch", ErrorKind.Invalid,
        "Line {line}: {finding}", "Determine the tax of the line again.");

    /// <summary>Out-of-scope lines stand beside others (BR-O-11).</summary>
    public static readonly ErrorCode OutOfScopeMixed = new("invoice.out-of-scope-mixed", ErrorKind.Refused,
        "Lines outside the scope of tax can't stand beside others.", "Split the invoice.");

    /// <summary>The document asks for less than nothing.</summary>
    public static readonly ErrorCode TotalNegative = new("invoice.total-negative", ErrorKind.Refused,
        "The invoice comes to {gross}.", "Make a credit note for what is taken back.");

    /// <summary>The amounts are beyond what can be held.</summary>
    public static readonly ErrorCode AmountTooLarge = new("invoice.amount-too-large", ErrorKind.Invalid,
        "The amounts of the lines add up to more than 10^18 minor units.", "Split the invoice.");

    /// <summary>There is no number.</summary>
    public static readonly ErrorCode NumberMissing = new("invoice.number-missing", ErrorKind.Invalid,
        "A posted document needs a number.", "Take the next number of the series inside the commit.");

    /// <summary>Instalments do not add up to what is to be paid, or one is negative or in another currency.</summary>
    public static readonly ErrorCode InstalmentsMismatch = new("invoice.instalments-mismatch", ErrorKind.Invalid,
        "The instalments come to {sum}, the invoice to {payable}.", "Apply the payment terms to the totals of the draft.");

    /// <summary>A foreign-currency document has no rate, or one between other currencies.</summary>
    public static readonly ErrorCode BookingRateMissing = new("invoice.booking-rate-missing", ErrorKind.Invalid,
        "No booking rate between {currency} and {functional} was given.", "Look the rate of the posting date up and pass it.");

    /// <summary>Stored figures contradict each other.</summary>
    public static readonly ErrorCode FiguresMismatch = new("invoice.figures-mismatch", ErrorKind.Invalid,
        "The stored {part} of {number} does not follow from its lines.",
        "Restore the document from its events; posted figures are never edited.");

    /// <summary>No series of 1 to 20 letters and digits, or no 1 to 18 digits of the counter.</summary>
    public static readonly ErrorCode SeriesInvalid = new("invoice.series-invalid", ErrorKind.Invalid,
        "'{series}' is no number series.", "Use 1 to 20 letters and digits, and 1 to 18 digits for the counter.");

    /// <summary>A stored invoice life does not add up.</summary>
    public static readonly ErrorCode StateMismatch = new("invoice.state-mismatch", ErrorKind.Invalid,
        "The stored credits of {number} contradict its credit notes: {part}.", "Restore the state from its events.");
}
