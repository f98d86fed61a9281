namespace OrderToCash.EInvoicing;

/// <summary>The elements of the Cross Industry Invoice that EN 16931 uses: message, data types, business information.</summary>
internal enum CiiName
{
    Other,
    ExchangedDocument, ExchangedDocumentContext, SupplyChainTradeTransaction,
    DateString, DateTimeString, Indicator,
    AccountName, ActualAmount, ActualDeliverySupplyChainEvent, AdditionalReferencedDocument, AllowanceTotalAmount,
    ApplicableHeaderTradeAgreement, ApplicableHeaderTradeDelivery, ApplicableHeaderTradeSettlement,
    ApplicableProductCharacteristic, ApplicableTradeSettlementFinancialCard, ApplicableTradeTax,
    AppliedTradeAllowanceCharge, AssociatedDocumentLineDocument, AttachmentBinaryObject, BICID, BasisAmount,
    BasisQuantity, BilledQuantity, BillingSpecifiedPeriod, BusinessProcessSpecifiedDocumentContextParameter,
    BuyerAssignedID, BuyerOrderReferencedDocument, BuyerReference, BuyerTradeParty, CalculatedAmount,
    CalculationPercent, CardholderName, CategoryCode, CategoryTradeTax, ChargeAmount, ChargeIndicator,
    ChargeTotalAmount, CityName, ClassCode, CompleteNumber, Content, ContractReferencedDocument, CountryID,
    CountrySubDivisionName, CreditorReferenceID, DefinedTradeContact, DepartmentName, Description,
    DesignatedProductClassification, DespatchAdviceReferencedDocument, DirectDebitMandateID, DueDateDateTime,
    DueDateTypeCode, DuePayableAmount, EmailURIUniversalCommunication, EndDateTime, ExemptionReason,
    ExemptionReasonCode, FormattedIssueDateTime, GlobalID, GrandTotalAmount, GrossPriceProductTradePrice,
    GuidelineSpecifiedDocumentContextParameter, IBANID, ID, IncludedNote, IncludedSupplyChainTradeLineItem,
    Information, InvoiceCurrencyCode, InvoiceReferencedDocument, IssueDateTime, IssuerAssignedID, LineID, LineOne,
    LineThree, LineTotalAmount, LineTwo, Name, NetPriceProductTradePrice, OccurrenceDateTime, OriginTradeCountry,
    PayeePartyCreditorFinancialAccount, PayeeSpecifiedCreditorFinancialInstitution, PayeeTradeParty,
    PayerPartyDebtorFinancialAccount, PaymentReference, PersonName, PostalTradeAddress, PostcodeCode, ProprietaryID,
    RateApplicablePercent, Reason, ReasonCode, ReceivableSpecifiedTradeAccountingAccount,
    ReceivingAdviceReferencedDocument, ReferenceTypeCode, RoundingAmount, SellerAssignedID,
    SellerOrderReferencedDocument, SellerTaxRepresentativeTradeParty, SellerTradeParty, ShipToTradeParty,
    SpecifiedLegalOrganization, SpecifiedLineTradeAgreement, SpecifiedLineTradeDelivery,
    SpecifiedLineTradeSettlement, SpecifiedProcuringProject, SpecifiedTaxRegistration, SpecifiedTradeAllowanceCharge,
    SpecifiedTradePaymentTerms, SpecifiedTradeProduct, SpecifiedTradeSettlementHeaderMonetarySummation,
    SpecifiedTradeSettlementLineMonetarySummation, SpecifiedTradeSettlementPaymentMeans, StartDateTime, SubjectCode,
    TaxBasisTotalAmount, TaxCurrencyCode, TaxPointDate, TaxTotalAmount, TelephoneUniversalCommunication,
    TotalPrepaidAmount, TradingBusinessName, TypeCode, URIID, URIUniversalCommunication, Value,
}

/// <summary>Finds them by their bytes.</summary>
internal static class CiiNames
{
    // FormattedIssueDateTime holds the same element from another namespace.
    private const int QualifiedDate = (int)CiiName.Value + 1;

    private static readonly NameTable Table = new(
    [
        .. Enum.GetValues<CiiName>().Select(n => (n.ToString(), n switch
        {
            < CiiName.DateString => XmlNamespace.Rsm,
            < CiiName.AccountName => XmlNamespace.Udt,
            _ => XmlNamespace.Ram,
        })),
        (nameof(CiiName.DateTimeString), XmlNamespace.Qdt),
    ]);

    public static CiiName Find(ReadOnlySpan<byte> name, int ns) =>
        Table.Find(name, ns) is var found && found == QualifiedDate ? CiiName.DateTimeString : (CiiName)found;
}
