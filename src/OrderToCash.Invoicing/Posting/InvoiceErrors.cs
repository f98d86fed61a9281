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
        "{place}: {finding}", "Determine the tax again.");

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

    /// <summary>The type has no row in the table.</summary>
    public static readonly ErrorCode TypeUnknown = new("invoice.type-unknown", ErrorKind.Invalid,
        "'{type}' is no document type that is known here.", "Use a type of DocumentType.");

    /// <summary>Drafts of this type are never posted.</summary>
    public static readonly ErrorCode TypeNotPosted = new("invoice.type-not-posted", ErrorKind.Refused,
        "A {title} ({type}) is not posted from a draft.",
        "Credit the invoice to make a credit note; a pro forma has no number and no posting.");

    /// <summary>A correction or debit note cites nothing (BG-3).</summary>
    public static readonly ErrorCode PrecedingMissing = new("invoice.preceding-missing", ErrorKind.Invalid,
        "A {title} must cite the document it is about.", "Name that document's number and date.");

    /// <summary>A correction or debit note gives no reason.</summary>
    public static readonly ErrorCode ReasonMissing = new("invoice.reason-missing", ErrorKind.Invalid,
        "A {title} must say why it is made.", "Give a reason code or text.");

    /// <summary>Fees and interest stand with tax.</summary>
    public static readonly ErrorCode FeeTaxed = new("invoice.fee-taxed", ErrorKind.Refused,
        "Fees and interest are outside tax, or exempt.", "Bill taxed charges on an invoice of their own.");

    /// <summary>A period without days, or one that ends before it starts (BR-CO-19, BR-29).</summary>
    public static readonly ErrorCode PeriodInvalid = new("invoice.period-invalid", ErrorKind.Invalid,
        "{start} to {end} is no period.", "State a first or last day; the last is not before the first.");

    /// <summary>An allowance or charge below zero.</summary>
    public static readonly ErrorCode AllowanceNegative = new("invoice.allowance-negative", ErrorKind.Invalid,
        "An allowance or charge of {amount} is below zero.", "State the amount without sign; IsCharge says the way.");

    /// <summary>Base, percentage and amount do not go together.</summary>
    public static readonly ErrorCode AllowanceMismatch = new("invoice.allowance-mismatch", ErrorKind.Invalid,
        "{percent} of {base} is not {amount}.", "State base and percentage together, or neither.");

    /// <summary>An allowance or charge gives no reason (BR-CO-21 to BR-CO-24).</summary>
    public static readonly ErrorCode AllowanceReasonMissing = new("invoice.allowance-reason-missing", ErrorKind.Invalid,
        "An allowance or charge must say why.", "Give a reason text or code.");

    /// <summary>A document's allowance without tax, or a line's with one.</summary>
    public static readonly ErrorCode AllowanceTax = new("invoice.allowance-tax", ErrorKind.Invalid,
        "The allowance or charge of a {of} states its tax wrongly.",
        "State the tax on a document's allowances and charges; those of a line are taxed like the line.");

    /// <summary>More is to be taken off than there is.</summary>
    public static readonly ErrorCode AllowanceTooLarge = new("invoice.allowance-too-large", ErrorKind.Refused,
        "{amount} can't be taken off {whole}.", "Take off less.");

    /// <summary>The gross price is below the net price, of another base quantity, or alone.</summary>
    public static readonly ErrorCode GrossPriceMismatch = new("invoice.gross-price-mismatch", ErrorKind.Invalid,
        "Line {line} has a gross price of {gross} and a net price of {net}.",
        "State both for the same base quantity; the net is the gross less its discount.");

    /// <summary>Prices include tax, and one is missing.</summary>
    public static readonly ErrorCode GrossMissing = new("invoice.gross-missing", ErrorKind.Invalid,
        "An amount with tax is missing, where prices include it.", "State the gross of every line, allowance and charge.");

    /// <summary>Prices include tax, and a net does not follow.</summary>
    public static readonly ErrorCode GrossMismatch = new("invoice.gross-mismatch", ErrorKind.Invalid,
        "A net of {net} does not follow from the prices, which give {expected}.", "Split the draft with SplitTaxIncluded.");

    /// <summary>Less than nothing was paid before.</summary>
    public static readonly ErrorCode PrepaidNegative = new("invoice.prepaid-negative", ErrorKind.Invalid,
        "A prepaid amount of {amount} is below zero.", "State what was received, or leave it out.");

    /// <summary>A rounding amount of a unit of the currency or more.</summary>
    public static readonly ErrorCode RoundingTooLarge = new("invoice.rounding-too-large", ErrorKind.Invalid,
        "{amount} is more than rounding.", "Use an allowance or charge.");

    /// <summary>The step of cash rounding is not above zero.</summary>
    public static readonly ErrorCode CashStepInvalid = new("invoice.cash-step-invalid", ErrorKind.Invalid,
        "Nothing can be paid in steps of {step}.", "Use a step above zero.");

    /// <summary>A discount is below zero, beyond its instalment, or in another currency.</summary>
    public static readonly ErrorCode DiscountMismatch = new("invoice.discount-mismatch", ErrorKind.Invalid,
        "A discount of {discount} does not fit an instalment of {amount}.", "Compute the instalments from the draft.");

    /// <summary>The document is older than the last one of its series.</summary>
    public static readonly ErrorCode OutOfSequence = new("invoice.out-of-sequence", ErrorKind.Refused,
        "A document of {date} can't follow {last} of {lastDate} in the series.",
        "Date it on or after the last one, or allow the series to go back.");

    /// <summary>No rate into the tax accounting currency (BT-6), or one between other currencies.</summary>
    public static readonly ErrorCode TaxRateMissing = new("invoice.tax-rate-missing", ErrorKind.Invalid,
        "No rate between {currency} and the tax currency {tax} was given.", "Look the rate of the tax point up and pass it.");

    /// <summary>The code of the tax point is unknown, or does not lead to the day.</summary>
    public static readonly ErrorCode TaxPointCodeMismatch = new("invoice.tax-point-code-mismatch", ErrorKind.Invalid,
        "The tax point code '{code}' does not lead to {day}.",
        "State 3 for the document's date, 35 for the delivery date, 432 for the payment, or no code.");

    /// <summary>A note without text, or about something UNTDID 4451 has no code for.</summary>
    public static readonly ErrorCode NoteInvalid = new("invoice.note-invalid", ErrorKind.Invalid,
        "A note has no text, or the unknown subject code {code}.", "Write the text, and use a code of UNTDID 4451 or none.");

    /// <summary>A correction that does not cite this document, is of another kind, party or currency.</summary>
    public static readonly ErrorCode NoCorrection = new("invoice.no-correction", ErrorKind.Refused,
        "{correction} is no correction of {number}: {why}.", "Post a debit note or corrective invoice that cites the original.");

    /// <summary>The replacement of an invoice that still stands.</summary>
    public static readonly ErrorCode NotCancelled = new("invoice.not-cancelled", ErrorKind.Refused,
        "{number} still stands with {left}: it can't be replaced.", "Credit all of it first, in the same commit.");

    /// <summary>Money or a deduction is recorded on what is no prepayment invoice.</summary>
    public static readonly ErrorCode NotPrepayment = new("invoice.not-prepayment", ErrorKind.Refused,
        "{number} is no prepayment invoice.", "Record payments of other documents in the ledger.");

    /// <summary>More is received than the prepayment invoice asks for, or nothing, or in another currency.</summary>
    public static readonly ErrorCode ReceiptMismatch = new("invoice.receipt-mismatch", ErrorKind.Refused,
        "{amount} can't be received on {number}: {left} is open.", "Keep what is too much as the customer's credit.");

    /// <summary>The payment was recorded with another amount, or never.</summary>
    public static readonly ErrorCode ReceiptUnknown = new("invoice.receipt-unknown", ErrorKind.Conflict,
        "Payment {payment} of {amount} is not what was recorded on {number}.", "Look the receipts up.");

    /// <summary>The prepayment is deducted in a final invoice.</summary>
    public static readonly ErrorCode PrepaymentDeducted = new("invoice.prepayment-deducted", ErrorKind.Refused,
        "{number} is deducted in {final}.", "Credit the final invoice first, and release the deduction.");

    /// <summary>The prepayment is another customer's, or another legal entity's.</summary>
    public static readonly ErrorCode PrepaymentOfAnother = new("invoice.prepayment-of-another", ErrorKind.Refused,
        "Prepayment invoice {number} is of {customer} at {legalEntity}.", "Deduct only what the same customer prepaid.");

    /// <summary>Part of the prepayment was never received.</summary>
    public static readonly ErrorCode PrepaymentUnpaid = new("invoice.prepayment-unpaid", ErrorKind.Refused,
        "{unpaid} of {number} was not received: it can't be deducted.", "Credit the unpaid part first, in the same commit.");

    /// <summary>The final invoice does not deduct this prepayment, or not all of it.</summary>
    public static readonly ErrorCode NotDeducted = new("invoice.not-deducted", ErrorKind.Refused,
        "{final} does not deduct what is left of {number}.", "Deduct the prepayment in the draft of the final invoice.");

    /// <summary>A stored invoice life does not add up.</summary>
    public static readonly ErrorCode StateMismatch = new("invoice.state-mismatch", ErrorKind.Invalid,
        "The stored credits of {number} contradict its credit notes: {part}.", "Restore the state from its events.");
}
