using System.Text.Json.Serialization;

namespace OrderToCash.Matching;

/// <summary>What speaks for a match.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EvidenceKind>))]
public enum EvidenceKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The structured reference of the item.</summary>
    StructuredReference,

    /// <summary>The structured reference with one digit wrong; the amount agrees.</summary>
    DamagedReference,

    /// <summary>The payer's explicit claim, or an advice, names the document.</summary>
    Claim,

    /// <summary>All digits of the document number are in the text.</summary>
    DocumentNumber,

    /// <summary>
    /// A part of the document number is in the text: its last digits, its digits without zeros, a list or a range.
    /// </summary>
    PartialNumber,

    /// <summary>A damaged document number is in the text: a digit dropped, doubled or swapped, or the number cut short.</summary>
    DamagedNumber,

    /// <summary>
    /// The account it comes from, or arrived at, is a confirmed alias of the item's customer, or the payer was given.
    /// </summary>
    PayerAccount,

    /// <summary>The name is an alias of the item's customer.</summary>
    PayerName,

    /// <summary>The amount is what the items ask for, exactly.</summary>
    ExactAmount,

    /// <summary>The amount is what the items ask for, less the early-payment discount.</summary>
    DiscountedAmount,

    /// <summary>The amount is within the tolerance.</summary>
    AmountWithinTolerance,

    /// <summary>The amount is all that is open.</summary>
    AllOpen,

    /// <summary>The amount is all that is due.</summary>
    AllDue,

    /// <summary>The amount is the sum of some items, and of no others of those that were searched.</summary>
    Combination,

    /// <summary>Another payment, applied in this run or the first of its bank line, is the same.</summary>
    SamePayment,

    /// <summary>Another number of the item is in the text: of the billing document, the delivery, the assignment.</summary>
    OtherNumber,

    /// <summary>The payer is known from payments of this run that named their items.</summary>
    PayerLearned,

    /// <summary>With other payments of the same payer it adds up to what the item asks for.</summary>
    PartsAddUp,

    /// <summary>The amount is all that falls due in a period, or all of it but one item.</summary>
    DueInPeriod,

    /// <summary>The amount is what the item asks for in its own currency, at the rate of the day and within the spread.</summary>
    ForeignAmount,

    /// <summary>The amount is all that is open, or all that is due, but two items.</summary>
    AllButTwo,

    /// <summary>
    /// The payer names a document that is not open: settled before or by another payment of this run, not in the book, or
    /// nobody's. It speaks against a match by amount.
    /// </summary>
    NotOpen,
}
