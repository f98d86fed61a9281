namespace OrderToCash.EInvoicing;

/// <summary>The elements of UBL 2.1 that EN 16931 uses: aggregates first, then the basic components.</summary>
internal enum UblName
{
    Other,
    AccountingCustomerParty, AccountingSupplierParty, AdditionalDocumentReference, AdditionalItemProperty, Address,
    AddressLine, AllowanceCharge, Attachment, BillingReference, BuyersItemIdentification, CardAccount,
    ClassifiedTaxCategory, CommodityClassification, Contact, ContractDocumentReference, Country, CreditNoteLine,
    Delivery, DeliveryLocation, DeliveryParty, DespatchDocumentReference, DocumentReference, ExternalReference,
    FinancialInstitutionBranch, InvoiceDocumentReference, InvoiceLine, InvoicePeriod, Item, LegalMonetaryTotal,
    OrderLineReference, OrderReference, OriginCountry, OriginatorDocumentReference, Party, PartyIdentification,
    PartyLegalEntity, PartyName, PartyTaxScheme, PayeeFinancialAccount, PayeeParty, PayerFinancialAccount,
    PaymentMandate, PaymentMeans, PaymentTerms, PostalAddress, Price, ProjectReference, ReceiptDocumentReference,
    SellersItemIdentification, StandardItemIdentification, TaxCategory, TaxRepresentativeParty, TaxScheme,
    TaxSubtotal, TaxTotal,
    AccountingCost, ActualDeliveryDate, AdditionalStreetName, AllowanceChargeReason, AllowanceChargeReasonCode,
    AllowanceTotalAmount, Amount, BaseAmount, BaseQuantity, BuyerReference, ChargeIndicator, ChargeTotalAmount,
    CityName, CompanyID, CompanyLegalForm, CountrySubentity, CreditNoteTypeCode, CreditedQuantity, CustomizationID,
    Description, DescriptionCode, DocumentCurrencyCode, DocumentDescription, DocumentTypeCode, DueDate,
    ElectronicMail, EmbeddedDocumentBinaryObject, EndDate, EndpointID, HolderName, ID, IdentificationCode,
    InvoiceTypeCode, InvoicedQuantity, IssueDate, ItemClassificationCode, Line, LineExtensionAmount, LineID,
    MultiplierFactorNumeric, Name, NetworkID, Note, PayableAmount, PayableRoundingAmount, PaymentDueDate, PaymentID,
    PaymentMeansCode, Percent, PostalZone, PrepaidAmount, PriceAmount, PrimaryAccountNumberID, ProfileID,
    RegistrationName, SalesOrderID, StartDate, StreetName, TaxAmount, TaxCurrencyCode, TaxExclusiveAmount,
    TaxExemptionReason, TaxExemptionReasonCode, TaxInclusiveAmount, TaxPointDate, TaxableAmount, Telephone,
    UBLVersionID, URI, Value,
}

/// <summary>Finds them by their bytes.</summary>
internal static class UblNames
{
    public static NameTable Table { get; } = new([.. Enum.GetValues<UblName>().Select(n =>
        (n.ToString(), n < UblName.AccountingCost ? XmlNamespace.Cac : XmlNamespace.Cbc))]);
}
