using System.Text.Json;
using System.Text.Json.Serialization;
using OrderToCash.Collections;
using OrderToCash.Contracts;
using OrderToCash.Invoicing;
using OrderToCash.Matching;
using OrderToCash.Orders;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>The content of a command as the hash that tells a retry from another command under the same id.</summary>
internal static class CommandContent
{
    /// <summary>The hash of the command's canonical JSON, its type included.</summary>
    public static ContentHash Hash(Command command)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(command, CommandJsonContext.Default.GetTypeInfo(command.GetType())
            ?? throw new InvalidOperationException($"{command.GetType().Name} is missing in CommandJsonContext."));
        var type = ContentHash.OfUtf8(System.Text.Encoding.UTF8.GetBytes(command.GetType().Name));
        return ContentHash.Chain(type, ContentHash.OfJson(json));
    }
}

/// <summary>The shape of the commands. Items of lists are named, because a list's converter asks for them.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true, Converters =
[
    typeof(InstantJsonConverter), typeof(LocalDateJsonConverter), typeof(PeriodJsonConverter), typeof(AnnualDateJsonConverter),
])]
[JsonSerializable(typeof(byte))]
[JsonSerializable(typeof(AcknowledgeReceipt))]
[JsonSerializable(typeof(QueueInvoice))]
[JsonSerializable(typeof(ReportDelivery))]
[JsonSerializable(typeof(DeliveryRoute))]
[JsonSerializable(typeof(AccrueUnbilled))]
[JsonSerializable(typeof(RecogniseRevenue))]
[JsonSerializable(typeof(RecordPerformance))]
[JsonSerializable(typeof(RevenueTerm))]
[JsonSerializable(typeof(AmendOrder))]
[JsonSerializable(typeof(OfferQuote))]
[JsonSerializable(typeof(AcceptQuote))]
[JsonSerializable(typeof(DeclineQuote))]
[JsonSerializable(typeof(ExpireQuote))]
[JsonSerializable(typeof(ApplyPayment))]
[JsonSerializable(typeof(ApproveContract))]
[JsonSerializable(typeof(ApproveDiscounts))]
[JsonSerializable(typeof(BillOrder))]
[JsonSerializable(typeof(BlockCustomer))]
[JsonSerializable(typeof(BookPayment))]
[JsonSerializable(typeof(CancelOrderRemainder))]
[JsonSerializable(typeof(CaptureOrder))]
[JsonSerializable(typeof(ChangeCustomer))]
[JsonSerializable(typeof(CloseOrder))]
[JsonSerializable(typeof(ConfirmOrder))]
[JsonSerializable(typeof(CreditInvoice))]
[JsonSerializable(typeof(CorrectInvoice))]
[JsonSerializable(typeof(PostInvoice))]
[JsonSerializable(typeof(ReceivePrepayment))]
[JsonSerializable(typeof(DraftContract))]
[JsonSerializable(typeof(ExecuteDunning))]
[JsonSerializable(typeof(GrantCreditLimit))]
[JsonSerializable(typeof(OpenCustomer))]
[JsonSerializable(typeof(RefreshDunning))]
[JsonSerializable(typeof(ReleaseCredit))]
[JsonSerializable(typeof(ReturnPayment))]
[JsonSerializable(typeof(SendContract))]
[JsonSerializable(typeof(SendInvoice))]
[JsonSerializable(typeof(ShipOrder))]
[JsonSerializable(typeof(SignContract))]
[JsonSerializable(typeof(TakeBackPrepayment))]
[JsonSerializable(typeof(UnapplyPayment))]
[JsonSerializable(typeof(UnblockCustomer))]
[JsonSerializable(typeof(OpenDispute))]
[JsonSerializable(typeof(CaptureDeduction))]
[JsonSerializable(typeof(BookChargeback))]
[JsonSerializable(typeof(InvestigateDispute))]
[JsonSerializable(typeof(AddDisputeEvidence))]
[JsonSerializable(typeof(TriageDispute))]
[JsonSerializable(typeof(DecideDispute))]
[JsonSerializable(typeof(AnswerDispute))]
[JsonSerializable(typeof(ResolveDispute))]
[JsonSerializable(typeof(WithdrawDispute))]
[JsonSerializable(typeof(ReopenDispute))]
[JsonSerializable(typeof(RecordMandate))]
[JsonSerializable(typeof(ChangeMandateStatus))]
[JsonSerializable(typeof(AmendMandate))]
[JsonSerializable(typeof(CollectByMandate))]
[JsonSerializable(typeof(SettleCollection))]
[JsonSerializable(typeof(FailCollection))]
[JsonSerializable(typeof(StartPayment))]
[JsonSerializable(typeof(AskGateway))]
[JsonSerializable(typeof(RecordGatewayAnswer))]
[JsonSerializable(typeof(HearGateway))]
[JsonSerializable(typeof(ApplyCredit))]
[JsonSerializable(typeof(AddPaymentMethod))]
[JsonSerializable(typeof(ChangePaymentMethod))]
[JsonSerializable(typeof(PreferPaymentMethods))]
[JsonSerializable(typeof(BookPayout))]
[JsonSerializable(typeof(RequestRefund))]
[JsonSerializable(typeof(ApproveRefund))]
[JsonSerializable(typeof(RejectRefund))]
[JsonSerializable(typeof(OrderRefund))]
[JsonSerializable(typeof(ConfirmRefund))]
[JsonSerializable(typeof(FailRefund))]
[JsonSerializable(typeof(ChargeLateInterest))]
[JsonSerializable(typeof(ChargeLateCompensation))]
[JsonSerializable(typeof(WaiveLateInterest))]
[JsonSerializable(typeof(ClauseTemplate))]
[JsonSerializable(typeof(ContactPoint))]
[JsonSerializable(typeof(ContractField))]
[JsonSerializable(typeof(CouponCode))]
[JsonSerializable(typeof(CouponUse))]
[JsonSerializable(typeof(CreditRequest))]
[JsonSerializable(typeof(DiscountTerm))]
[JsonSerializable(typeof(DunningLetterCredit))]
[JsonSerializable(typeof(DunningLetterLine))]
[JsonSerializable(typeof(InstalmentTerm))]
[JsonSerializable(typeof(LineDiscount))]
[JsonSerializable(typeof(LineQuantity))]
[JsonSerializable(typeof(MatchAllocation))]
[JsonSerializable(typeof(OrderLineTerms))]
[JsonSerializable(typeof(RemittanceClaim))]
[JsonSerializable(typeof(AllowanceCharge))]
[JsonSerializable(typeof(CitedInvoice))]
[JsonSerializable(typeof(CreditTransfer))]
[JsonSerializable(typeof(DisputedLine))]
[JsonSerializable(typeof(DisputedPart))]
[JsonSerializable(typeof(DisputeEvidence))]
[JsonSerializable(typeof(TriageLine))]
[JsonSerializable(typeof(ExpectedMovement))]
[JsonSerializable(typeof(PaymentMethodId))]
[JsonSerializable(typeof(PaymentShare))]
[JsonSerializable(typeof(PayoutRow))]
[JsonSerializable(typeof(DocumentId))]
[JsonSerializable(typeof(DocumentNote))]
[JsonSerializable(typeof(InvoiceId))]
[JsonSerializable(typeof(InvoiceLine))]
[JsonSerializable(typeof(ItemAttribute))]
[JsonSerializable(typeof(ItemClassification))]
[JsonSerializable(typeof(PaymentInstruction))]
[JsonSerializable(typeof(SupportingDocument))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(Signatory))]
[JsonSerializable(typeof(Tag))]
[JsonSerializable(typeof(TaxRegistration))]
[JsonSerializable(typeof(TermsStep))]
internal sealed partial class CommandJsonContext : JsonSerializerContext;
